extension ResponsePipe {
    /// A head and the length it announces.
    struct ReceivedHead: Sendable {
        let head: ResponseHead
        let length: Int64?
    }

    /// How the exchange ended.
    enum End {
        case whole
        case broken(TransportError)
    }

    typealias HeadResult = Result<ReceivedHead, TransportError>
    typealias PieceResult = Result<ArraySlice<UInt8>?, TransportError>

    /// The task that is suspended, with what it waits for.
    enum Waiter {
        case head(CheckedContinuation<HeadResult, Never>)
        case piece(CheckedContinuation<PieceResult, Never>)
    }

    /// Everything that both sides touch.
    struct State {
        var phase = TransportError.Phase.notSent
        var head: ReceivedHead?
        var unread = UnreadBytes()
        var isHeldBack = false
        var end: End?
        var waiter: Waiter?
        var awaitedSince: ContinuousClock.Instant?

        /// Whether something is still to come or to be read.
        var isUnfinished: Bool {
            switch end {
            case .none: true
            case .whole: !unread.isEmpty
            case .broken: false
            }
        }

        /// The head, or why there will be none; `nil` while neither is known.
        mutating func takeHead() -> HeadResult? {
            if let head { return .success(head) }
            guard let end else { return nil }
            switch end {
            case .broken(let error): return .failure(error)
            case .whole:
                return .failure(
                    TransportError(.protocolViolation, phase: phase, message: "The exchange ended without a response.")
                )
            }
        }

        /// The next piece unread, or the end; `nil` while there is nothing yet.
        mutating func takePiece() -> PieceResult? {
            if let piece = unread.popFirst() { return .success(piece) }
            guard let end else { return nil }
            switch end {
            case .whole: return .success(nil)
            case .broken(let error): return .failure(error)
            }
        }

        /// What to run, outside the lock, to resume the waiting task; `nil` if it must wait on.
        mutating func takeWake() -> (@Sendable () -> Void)? {
            switch waiter {
            case .none: return nil
            case .head(let continuation):
                guard let result = takeHead() else { return nil }
                stopWaiting()
                return { continuation.resume(returning: result) }
            case .piece(let continuation):
                guard let result = takePiece() else { return nil }
                stopWaiting()
                return { continuation.resume(returning: result) }
            }
        }

        mutating func wait(_ waiter: Waiter) {
            self.waiter = waiter
            awaitedSince = .now
        }

        private mutating func stopWaiting() {
            waiter = nil
            awaitedSince = nil
        }
    }
}
