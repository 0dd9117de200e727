import LoopbackServer
import ParseTransport
import Synchronization

/// What a case works with: the transport, and a list of what was found.
final class ConformanceBench: Sendable {
    let transport: any Transport
    let options: TransportConformanceOptions
    private let advice: String
    private let notes = Mutex<[String]>([])

    init(transport: any Transport, options: TransportConformanceOptions, advice: String) {
        self.transport = transport
        self.options = options
        self.advice = advice
    }

    /// What was found so far.
    var findings: [String] { notes.withLock { $0 } }

    /// Notes what is wrong.
    func find(_ text: String) {
        notes.withLock { $0.append("\(text) \(advice)") }
    }

    /// Compares what came with what was expected.
    func expect<Value: Equatable>(_ subject: String, _ value: Value?, is expected: Value?) {
        guard value != expected else { return }
        find("\(subject): expected \(Self.shown(expected)), but got \(Self.shown(value)).")
    }

    /// Compares a body, of which only the beginning is shown.
    func expect(_ subject: String, _ bytes: [UInt8], is text: String) {
        expect(subject, String(decoding: bytes, as: UTF8.self), is: text)
    }

    /// Waits for something that should happen at once.
    @discardableResult
    func expect(_ gate: LoopbackGate, opensOr text: String) async -> Bool {
        if await gate.opened(within: options.patience) { return true }
        find("\(text) within \(options.patience).")
        return false
    }

    /// Waits for a task that should end at once; `nil` where it does not.
    func value<Value: Sendable>(of task: Task<Value, Never>, _ text: String) async -> Value? {
        let ended = LoopbackGate()
        Task {
            _ = await task.value
            ended.open()
        }
        return await expect(ended, opensOr: text) ? await task.value : nil
    }

    private static func shown(_ value: (some Any)?) -> String {
        guard let value else { return "nothing" }
        let text = String(reflecting: value)
        return text.count <= 200 ? text : "\(text.prefix(200))… (\(text.count) characters)"
    }
}
