import ParseTransport
import Synchronization

/// Everything that has gone through a ``RecordingTransport``, and what must not be seen of it.
final class RecordingTapes: Sendable {
    private struct State {
        var tapes: [RecordingTape] = []
        var secrets: Set<String>
        var kept = 0
    }

    private let limit: Int
    private let state: Mutex<State>

    init(secrets: Set<String>, limit: Int) {
        self.limit = limit
        self.state = Mutex(State(secrets: secrets))
    }

    var count: Int { state.withLock { $0.tapes.count } }

    /// Begins the tape of a request, and learns the secrets that it carries.
    func begin(_ request: TransportRequest) -> Int {
        state.withLock { state in
            for value in request.headers.values(for: "Authorization") {
                state.secrets.insert(value)
                if let credential = value.split(separator: " ").last { state.secrets.insert(String(credential)) }
            }
            for name in ["x-extend-workspace-id", "Cookie", "Proxy-Authorization"] {
                state.secrets.formUnion(request.headers.values(for: name))
            }
            state.tapes.append(RecordingTape(request: request))
            return state.tapes.count - 1
        }
    }

    /// Notes the head of a response, and learns the secrets that it carries.
    func note(_ head: ResponseHead, length: Int64?, _ number: Int) {
        state.withLock { state in
            state.tapes[number].head = head
            state.tapes[number].length = length
            state.secrets.formUnion(head.headers.values(for: "x-extend-workspace-id"))
            for cookie in head.headers.values(for: "Set-Cookie") {
                if let value = cookie.prefix(while: { $0 != ";" }).split(separator: "=", maxSplits: 1).last {
                    state.secrets.insert(String(value))
                }
            }
        }
    }

    func change(_ number: Int, _ change: (inout RecordingTape) -> Void) {
        state.withLock { change(&$0.tapes[number]) }
    }

    /// Keeps a piece of a body, as long as there is room.
    func keep(_ piece: ArraySlice<UInt8>, _ number: Int) {
        state.withLock { state in
            state.kept += piece.count
            if state.kept <= limit { state.tapes[number].bytes += piece }
        }
    }

    func recording() throws(RecordingError) -> ParseRecording {
        let (tapes, secrets, kept) = state.withLock { ($0.tapes, $0.secrets, $0.kept) }
        guard kept <= limit else {
            throw RecordingError("\(kept) bytes went through, more than RecordingTransport keeps, which is \(limit)")
        }
        var assembly = RecordingAssembly(redactor: RecordingRedactor(secrets: secrets))
        for tape in tapes where tape.isKept { assembly.add(tape) }
        return assembly.recording()
    }
}
