import Testing

@testable import ParseOutput

@Suite("Reading Content-Range")
struct ContentRangeTests {
    @Test("A part, with and without the whole's length")
    func parts() throws {
        let range = try #require(ContentRange("bytes 5-9/10"))
        #expect((range.start, range.end, range.total) == (5, 10, 10))
        let unknown = try #require(ContentRange("Bytes 0-0/*"))
        #expect((unknown.start, unknown.end, unknown.total) == (0, 1, nil))
        #expect(ContentRange("bytes 0-999999999999999998/999999999999999999")?.end == 999_999_999_999_999_999)
    }

    @Test("A refusal tells the length alone")
    func refusals() throws {
        let range = try #require(ContentRange("bytes */0"))
        #expect((range.start, range.end, range.total) == (nil, nil, 0))
    }

    @Test(
        "Everything else is no place",
        arguments: [
            "", "bytes", "bytes ", "bytes 5-9", "bytes 5-9/", "bytes /10", "bytes 9-5/10", "bytes 5-10/10", "bytes */*",
            "bytes -5/10", "bytes 5-/10", "bytes +5-9/10", "bytes 5 -9/10", "bytes 5-9/10 ", "bytes=5-9/10",
            "bytes  5-9/10", "items 5-9/10", "bytes 5-9/10/10", "bytes 5-7-9/10", "bytes 0x5-9/10", "bytes 5-9/ten",
            "bytes 0-0/1000000000000000000", "bytes ٥-٩/10", "bytes 5-9/10, bytes 5-9/10",
        ]
    )
    func malformed(_ text: String) {
        #expect(ContentRange(text) == nil)
    }
}
