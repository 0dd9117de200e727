import LoopbackServer
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What goes wrong before the head and within the body.
extension ConformanceBench {
    func check(_ fault: ServerFault?) async throws {
        guard let fault else { return }
        let server = try LoopbackServer(always: fault.answer)
        let idle = fault.isSilent ? options.idle : .seconds(30)
        await expectFault(fault.kind, fault.phase, of: server.origin + "/f", idle: idle)
    }

    func checkRefusedPort() async throws {
        let closed = try LoopbackClosedPort()
        await expectFault(.connectionRefused, .notSent, of: closed.url.absoluteString)
        withExtendedLifetime(closed) {}
    }

    // RFC 6761 keeps `.invalid` free of hosts, and resolvers answer it without asking anybody.
    func checkUnknownHost() async {
        await expectFault(.hostNotFound, .notSent, of: "http://parse.invalid/")
    }
}
