import Foundation
import Synchronization

/// A TLS server with a certificate that nobody trusts, made at run time: the `openssl` program.
final class OpenSSLServer: Sendable {
    /// The program, where this machine has it.
    static let program = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first(where: FileManager.default.isExecutableFile(atPath:))

    static var isAvailable: Bool { program != nil }

    struct Failure: Error {}

    /// Where it listens.
    let url: URL

    /// Its certificate, which is its own authority.
    let certificate: String

    private let process: Process
    private let directory: URL

    /// Starts a server; it answers a `GET` with a page.
    ///
    /// - Parameter name: the subject alternative name of its certificate.
    init(name: String = "IP:127.0.0.1") throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("openssl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let key = directory.appendingPathComponent("key.pem").path
        certificate = directory.appendingPathComponent("certificate.pem").path

        let maker = try Self.start(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=loopback", "-addext", "subjectAltName=\(name)", "-keyout", key, "-out", certificate,
            ], output: nil)
        maker.waitUntilExit()

        let output = Pipe()
        process = try Self.start(
            ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"], output: output)
        // It tells its port in a line such as "ACCEPT 127.0.0.1:40123".
        var text = ""
        while !text.contains("ACCEPT") || !text.hasSuffix("\n") {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { throw Failure() }
            text += String(decoding: bytes, as: UTF8.self)
        }
        let port = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }?.split(separator: ":").last
        guard let port, let url = URL(string: "https://127.0.0.1:\(port)/") else { throw Failure() }
        self.url = url
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: directory)
    }

    private static func start(_ arguments: [String], output: Pipe?) throws -> Process {
        guard let program else { throw Failure() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = Pipe()
        process.standardError = FileHandle.nullDevice
        if let output { process.standardOutput = output } else { process.standardOutput = FileHandle.nullDevice }
        try process.run()
        return process
    }
}
