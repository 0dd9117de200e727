import ParseTransport
import Synchronization

extension FaultyStorage {
    /// A body that arrives in pieces, and does what its draft says.
    func body(_ draft: AnswerDraft) -> ResponseBody {
        let opening = Opening(self)
        let dice = Dice(state.withLock { $0.dice.seed() })
        return ResponseBody(length: draft.announced) { [self] in
            var sending = Sending(draft, dice: dice, host: self.script.host)
            return { () async throws(TransportError) in
                defer { withExtendedLifetime(opening) {} }
                if Task.isCancelled { throw .cancelled(.receivingBody) }
                while true {
                    switch sending.next() {
                    case .piece(let piece, let lag):
                        try await self.wait(lag, during: .receivingBody)
                        self.state.withLock { $0.sentBytes += piece.count }
                        return piece
                    case .end: return nil
                    case .fault(let error): throw error
                    case .pause(let duration): try await self.wait(duration, during: .receivingBody)
                    case .silence: try await self.silence(.receivingBody)
                    }
                }
            }
        }
    }

    /// What is left of a body.
    private struct Sending {
        private let draft: AnswerDraft
        private let dice: Dice
        private let host: Script.Host
        private var sent = 0
        private var event: (at: Int, kind: AnswerDraft.BodyEvent)?
        private var trickle: (bytes: Int, every: Duration)?

        enum Step {
            case piece(ArraySlice<UInt8>, after: Duration)
            case end
            case fault(TransportError)
            case pause(Duration)
            case silence
        }

        init(_ draft: AnswerDraft, dice: Dice, host: Script.Host) {
            self.draft = draft
            self.dice = dice
            self.host = host
            event = draft.event
        }

        mutating func next() -> Step {
            if let (place, kind) = event, sent >= place {
                event = nil
                switch kind {
                case .fault(let error): return .fault(error)
                case .end: return .end
                case .pause(let duration): return .pause(duration)
                case .silence: return .silence
                case .trickle(let bytes, let interval): trickle = (bytes, interval)
                }
            }
            guard sent < draft.body.count else { return .end }
            let most = min(trickle?.bytes ?? host.pieceBytes, (event?.at ?? .max) - sent)
            let piece = draft.body.dropFirst(sent).prefix(dice.within(1...max(1, most)))
            sent += piece.count
            let lag = host.longestLag > 0 ? dice.seconds(0...host.longestLag) : .zero
            return .piece(piece, after: trickle?.every ?? lag)
        }
    }
}
