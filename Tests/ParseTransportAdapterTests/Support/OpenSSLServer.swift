import Foundation
import LoopbackServer
import ParseTransport
import ParseTransportCurl

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

    /// Starts a server, which answers a `GET` with a page, and waits until it listens.
    ///
    /// - Parameter name: the subject alternative name of its certificate.
    init(name: String = "IP:127.0.0.1") async throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("openssl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let key = directory.appendingPathComponent("key.pem").path
        certificate = directory.appendingPathComponent("certificate.pem").path
        try await Self.run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=loopback", "-addext", "subjectAltName=\(name)", "-keyout", key, "-out", certificate,
        ])
        (process, url) = try await Self.listening(["-cert", certificate, "-key", key, "-www"])
    }

    /// Starts the program as a server.
    ///
    /// Its port has to be let go before it can take it; where somebody else was quicker, it takes another.
    private static func listening(_ arguments: [String]) async throws -> (Process, URL) {
        let probe = CurlTransport(configuration: .direct)
        for _ in 0..<8 {
            let free = try LoopbackClosedPort().url
            guard let port = free.port, let url = URL(string: "https://127.0.0.1:\(port)/") else { break }
            let process = try start(["s_server", "-accept", "127.0.0.1:\(port)"] + arguments)
            // Listening is all that is waited for: a plain request is refused until then, and broken off from then on.
            let request = TransportRequest(
                url: free, timeouts: TransportTimeouts(connect: .seconds(5), idle: .milliseconds(20)))
            var fault = await probe.fault(of: request)
            while process.isRunning, fault?.kind == .connectionRefused { fault = await probe.fault(of: request) }
            if process.isRunning, fault != nil { return (process, url) }
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        throw Failure()
    }

    deinit {
        // A child inherits the test runner's blocked signals; this one cannot be blocked.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: directory)
    }

    /// Runs the program to its end, without a thread that waits for it.
    private static func run(_ arguments: [String]) async throws {
        let process = try prepared(arguments)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private static func start(_ arguments: [String]) throws -> Process {
        let process = try prepared(arguments)
        try process.run()
        return process
    }

    private static func prepared(_ arguments: [String]) throws -> Process {
        guard let program else { throw Failure() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }
}
