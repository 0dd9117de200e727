import ParseRetry
import ParseTesting
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("RetryingTransport, rows A12 to A22: what the server asks for")
struct ServerDelayRowsTests {
    private func delay(_ status: Int, _ headers: HeaderFields, random: Double = 1) async throws -> Duration? {
        var bench = RetryBench(status, headers)
        bench.random = .constant(random)
        let result = try await bench.perform()
        try bench.mock.verify()
        return result.attempts.delays.first
    }

    @Test("A12 Three seconds asked for are three waited for, and at most a tenth more")
    func a12_row() async throws {
        #expect(try await delay(503, ["Retry-After": "3"], random: 0) == .seconds(3))
        #expect(try await delay(503, ["Retry-After": "3"], random: 1) == .milliseconds(3_300))
    }

    @Test("A12 The spread is never more than a second, however long the wait")
    func a12_spread() async throws {
        #expect(try await delay(503, ["Retry-After": "120"], random: 1) == .seconds(121))
    }

    @Test("A12 No draw of chance knocks earlier than asked, seed 12")
    func a12_neverEarlier() async throws {
        let random = RandomSource.seeded(12)
        for _ in 0..<200 {
            let asked = Int(random.number(in: 1...100_000))
            let waited = try await delay(429, ["Retry-After-Ms": "\(asked)"], random: random.number(in: 0...1))
            #expect(try #require(waited) >= .milliseconds(asked))
        }
    }

    @Test("A13 Nothing asked for leaves the backoff's own wait")
    func a13_row() async throws {
        #expect(try await delay(429, ["Retry-After": "0"]) == .seconds(1))
    }

    @Test("A14 An hour is too long: the call ends at once and tells how long was asked for")
    func a14_row() async throws {
        let bench = RetryBench(429, ["Retry-After": "3600"])
        let result = try await bench.perform()
        #expect(result.response.status == 429)
        #expect(result.limit == .serverDelay)
        #expect(result.serverDelay == .seconds(3_600))
        #expect(result.attempts.count == 1)
        #expect(bench.clock.now.offset == .zero)
        #expect(bench.budget.trace.isEmpty)
    }

    @Test("A14 The limit itself is still waited for")
    func a14_atTheLimit() async throws {
        #expect(try await delay(429, ["Retry-After": "120"], random: 0) == .seconds(120))
        let bench = RetryBench(429, ["Retry-After": "120.001"])
        #expect(try await bench.perform().limit == .serverDelay)
    }

    @Test("A15 A wait beyond the deadline is not begun")
    func a15_row() async throws {
        let bench = RetryBench(429, ["Retry-After": "5"])
        let result = try await bench.perform(within: .seconds(4))
        #expect(result.response.status == 429)
        #expect(result.limit == .deadline)
        #expect(result.serverDelay == .seconds(5))
        #expect(bench.clock.now.offset == .zero)
        #expect(bench.budget.trace.isEmpty)
    }

    @Test("A16 A date that has passed asks for nothing")
    func a16_row() async throws {
        #expect(try await delay(429, ["Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"]) == .seconds(1))
    }

    @Test("A17 A date is measured on the server's clock when ours is two hours wrong", arguments: [-7_200.0, 7_200])
    func a17_row(localError: Double) async throws {
        var bench = RetryBench(
            503,
            ["Date": "Tue, 24 Nov 2026 12:00:00 GMT", "Retry-After": "Tue, 24 Nov 2026 12:00:10 GMT"],
            date: Date(timeIntervalSince1970: 1_795_521_600 + localError)
        )
        bench.random = .constant(0)
        #expect(try await bench.perform().attempts.delays == [.seconds(10)])
    }

    @Test("A18 A year of two digits is read")
    func a18_row() async throws {
        #expect(try await delay(429, ["Retry-After": "Tuesday, 24-Nov-26 12:00:10 GMT"], random: 0) == .seconds(10))
    }

    @Test("A19 The form of asctime is read, its day padded with a space")
    func a19_row() async throws {
        var bench = RetryBench(
            429,
            ["Date": "Fri Nov  6 12:00:00 2026", "Retry-After": "Fri Nov  6 12:00:10 2026"]
        )
        bench.random = .constant(0)
        #expect(try await bench.perform().attempts.delays == [.seconds(10)])
    }

    @Test("A20 Parts of a second are read")
    func a20_row() async throws {
        #expect(try await delay(429, ["Retry-After": "1.5"], random: 0) == .milliseconds(1_500))
    }

    @Test("A21 What cannot be read is ignored", arguments: ["-1", "abc", "", "1, 2"])
    func a21_row(value: String) async throws {
        #expect(try await delay(429, ["Retry-After": value]) == .seconds(1))
    }

    @Test("A21 What is too long to count ends the call")
    func a21_huge() async throws {
        let result = try await RetryBench(429, ["Retry-After": "99999999999999999999"]).perform()
        #expect(result.limit == .serverDelay)
        #expect(result.serverDelay == ServerDelay.longest)
    }

    @Test("A22 Milliseconds win over seconds")
    func a22_row() async throws {
        #expect(
            try await delay(503, ["retry-after-ms": "1250", "Retry-After": "9"], random: 0) == .milliseconds(1_250))
    }

    @Test("After a wait that the server set, the backoff begins anew")
    func reset() async throws {
        let bench = RetryBench([
            MockExchange(answer: .response(status: 500)),
            MockExchange(answer: .response(status: 503, headers: ["Retry-After": "2"])),
            MockExchange(answer: .response(status: 500)),
            MockExchange(answer: .response(status: 200)),
        ])
        let delays = try await bench.perform().attempts.delays
        #expect(delays == [.milliseconds(100), .milliseconds(2_200), .milliseconds(100)])
    }

    @Test("A delay on a response that is no error is told, and not waited for")
    func onSuccess() async throws {
        let bench = RetryBench([MockExchange(answer: .response(status: 200, headers: ["Retry-After": "8"]))])
        let result = try await bench.perform()
        #expect(result.serverDelay == .seconds(8))
        #expect(bench.clock.now.offset == .zero)
    }

    @Test("A23 A quota that is used up is waited for")
    func a23_rateLimit() async throws {
        #expect(try await delay(429, ["RateLimit": #""d";r=0;t=7"#], random: 0) == .seconds(7))
        #expect(
            try await delay(429, ["RateLimit": #""a";r=0;t=7, "b";r=0;t=9, "c";r=5;t=99"#], random: 0) == .seconds(9))
        #expect(try await delay(429, ["RateLimit": #""d";r=1;t=7"#]) == .seconds(1))
    }

    @Test("A24 What the server says of this answer wins over what it says of its quotas")
    func a24_retryAfterWins() async throws {
        #expect(try await delay(429, ["RateLimit": #""d";r=0;t=7"#, "Retry-After": "2"], random: 0) == .seconds(2))
    }

    @Test(
        "A25 A field that is none says nothing",
        arguments: [
            "", "r=0;t=7", #""d";r=0;t=x"#, #""d";r=-1;t=7"#, #""d";t=7"#, #""d;r=0;t=7"#, #""d";r=0;t=7,"#, ";;",
            #""d";r=0;t=9999999999999999"#, #""d";r=0"#,
        ])
    func a25_malformed(field: String) async throws {
        #expect(try await delay(429, ["RateLimit": field]) == .seconds(1))
    }

    @Test("A26 A reset is a number of seconds, or a time since 1970 in seconds or milliseconds: all say thirty seconds")
    func a26_reset() async throws {
        let date: HeaderFields = ["Date": "Tue, 24 Nov 2026 12:00:00 GMT"]
        for value in ["30", "1795521630", "1795521630000"] {
            var headers = date
            headers["X-RateLimit-Reset"] = value
            #expect(try await delay(429, headers, random: 0) == .seconds(30), "\(value)")
            headers["X-RateLimit-Remaining"] = "0"
            #expect(try await delay(503, headers, random: 0) == .seconds(30), "\(value)")
            headers["X-RateLimit-Remaining"] = "5"
            #expect(try await delay(503, headers, random: 1) == .milliseconds(100), "\(value)")
        }
        #expect(try await delay(429, ["X-RateLimit-Reset": "1000000001"], random: 1) == .seconds(1))
    }

    @Test("A22 Each of the fields in milliseconds is read", arguments: ["x-ms-retry-after-ms", "x-amz-retry-after"])
    func a22_otherNames(name: String) async throws {
        var headers: HeaderFields = ["Retry-After": "9"]
        headers[name] = "1250"
        #expect(try await delay(503, headers, random: 0) == .milliseconds(1_250))
    }
}
