import Foundation
import ParseTransport
import Testing

@testable import ParseTransportCurl

@Suite("CurlLibrary")
struct CurlLibraryTests {
    @Test("A missing libcurl is one clear error that says what to install")
    func missing() async throws {
        let library = Result { () throws(TransportError) in try CurlLibrary(names: ["libcurl-not-there.so.4"]) }
        let transport = CurlTransport(configuration: .direct, library: library)
        let url = try #require(URL(string: "http://127.0.0.1:1/"))
        let error = await transport.fault(of: TransportRequest(url: url))
        #expect(error?.signature == FaultSignature(kind: .unavailable, phase: .notSent))
        for package in ["libcurl4", "dnf install libcurl", "apk add libcurl", "libcurl-not-there.so.4"] {
            #expect(error?.message.contains(package) == true)
        }
    }

    @Test("A library that is something else is not taken for libcurl")
    func somethingElse() {
        let error = #expect(throws: TransportError.self) { try CurlLibrary(names: ["libc.so.6"]) }
        #expect(error?.message.contains("older than 7.68") == true)
    }

    @Test("The next name is tried where the first is missing")
    func nextName() throws {
        let library = try CurlLibrary(names: ["libcurl-not-there.so.4"] + CurlLibrary.systemNames)
        #expect(library.version.first?.isNumber == true)
    }

    @Test(
        "Milliseconds are rounded up and bounded",
        arguments: [
            (Duration.zero, 0), (.nanoseconds(1), 1), (.milliseconds(100), 100), (.seconds(2.0005), 2_001),
            (.seconds(Int64.max), 2_000_000_000),
        ])
    func milliseconds(_ duration: Duration, _ expected: Int) {
        #expect(duration.wholeMilliseconds == expected)
    }
}
