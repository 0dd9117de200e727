import Foundation

/// Where data and status go: standard output and standard error, or a test's ears.
struct Console: Sendable {
    private let writeData: @Sendable (String) -> Void
    private let writeStatus: @Sendable (String) -> Void

    /// Whether status is read by a person at a terminal, who likes a line that moves.
    let isInteractive: Bool

    init(
        isInteractive: Bool,
        data: @escaping @Sendable (String) -> Void,
        status: @escaping @Sendable (String) -> Void
    ) {
        self.isInteractive = isInteractive
        self.writeData = data
        self.writeStatus = status
    }

    /// The process's own streams.
    static let standard = Console(
        isInteractive: isatty(STDERR_FILENO) == 1,
        data: { write($0, to: .standardOutput) },
        status: { write($0, to: .standardError) }
    )

    /// Prints a line of data.
    func data(_ line: String) {
        writeData(line + "\n")
    }

    /// Prints a line of status.
    func status(_ line: String) {
        writeStatus((isInteractive ? "\r\u{1B}[K" : "") + line + "\n")
    }

    /// Replaces the moving line; says nothing where nobody is at a terminal.
    func progress(_ line: String) {
        if isInteractive { writeStatus("\r\u{1B}[K" + line) }
    }

    /// Removes the moving line.
    func endProgress() {
        if isInteractive { writeStatus("\r\u{1B}[K") }
    }

    /// Prints why it did not work, on one line.
    func failure(_ message: String) {
        status("parse-quickstart: " + message.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    /// Writes all of it; a reader that went away ends the process as it does other filters.
    private static func write(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            exit(1)
        }
    }
}
