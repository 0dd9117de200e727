import ParseKit
import ParseTesting
import Synchronization

@testable import ParseQuickstart

/// One run of the program and everything it printed.
struct Transcript {
    let status: Int32
    let data: String
    let messages: String

    var lines: [Substring] { data.split(separator: "\n") }
    var messageLines: [Substring] { messages.split(separator: "\n") }

    /// Runs the program on a clock that jumps.
    static func of(
        _ arguments: String...,
        environment: [String: String] = [:],
        isInteractive: Bool = false
    ) async -> Transcript {
        let heard = Heard()
        let console = Console(
            isInteractive: isInteractive,
            data: { text in heard.data.withLock { $0 += text } },
            status: { text in heard.status.withLock { $0 += text } }
        )
        let time = ManualClock(.jumping).timeSource
        let status = await Quickstart.run(arguments, environment: environment, console: console, time: time)
        return Transcript(
            status: status,
            data: heard.data.withLock { $0 },
            messages: heard.status.withLock { $0 }
        )
    }

    private final class Heard: Sendable {
        let data = Mutex("")
        let status = Mutex("")
    }
}
