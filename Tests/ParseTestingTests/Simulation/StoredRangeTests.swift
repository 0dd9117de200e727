import Testing

@testable import ParseTesting

@Suite("A range that is asked of a storage")
struct StoredRangeTests {
    @Test(
        "Is one range of digits, or passed over",
        arguments: [
            ("bytes=0-4", 0..<5), ("bytes=3-", 3..<10), ("bytes=-4", 6..<10), ("bytes=-99", 0..<10),
            ("bytes=2-99", 2..<10),
        ])
    func taken(_ header: String, _ range: Range<Int>) {
        #expect(StoredRange(header, of: 10)?.range == range)
    }

    @Test(
        "Asks for what is not there",
        arguments: [("bytes=10-", 10), ("bytes=-0", 10), ("bytes=-5", 0), ("bytes=0-", 0)])
    func unsatisfiable(_ header: String, _ count: Int) {
        let asked = StoredRange(header, of: count)
        #expect(asked != nil && asked?.range == nil && asked?.contentRange == "bytes */\(count)")
    }

    @Test(
        "Is none",
        arguments: [
            "bytes=--5", "bytes=--9223372036854775808", "bytes=+1-2", "bytes=1-0", "bytes=0-1,3-4", "bytes=",
            "lines=1-2",
            "bytes=99999999999999999999-", "bytes=a-b",
        ])
    func none(_ header: String) {
        #expect(StoredRange(header, of: 10) == nil)
    }
}
