import Testing

@testable import ParseBenchmarks

@Suite("Measuring")
struct MeasuringTests {
    @Test("A measurement holds what one call costs")
    func sample() throws {
        let document = try GeneratedDocument(.smallRun)
        let meter = Meter(
            subject: ChunksCase(),
            input: DocumentInput(source: .memory(document.bytes, Array(document.bytes)), pieceSize: 1 << 16),
            duration: .milliseconds(5)
        )
        let sample = try meter.measure()
        #expect(sample.calls >= 1)
        #expect(sample.wallSeconds > 0)
        #expect(sample.firstElementSeconds != nil)
        #expect(sample.tally.chunks == 1)
    }

    @Test("What the Swift runtime asks for is counted", .enabled(if: AllocationCount.current != nil, "no counter"))
    func allocations() throws {
        let before = try #require(AllocationCount.current)
        let arrays = (0..<100).map { [UInt8](repeating: 1, count: $0 + 1) }
        let after = try #require(AllocationCount.current)
        #expect(arrays.count == 100)
        #expect(after - before >= 100)
    }

    @Test("A spread has its middle between the two in the middle")
    func spread() throws {
        #expect(Spread([]) == nil)
        #expect(Spread([3])?.median == 3)
        let spread = try #require(Spread([4, 1, 3, 2]))
        #expect(spread.median == 2.5)
        #expect(spread.minimum == 1)
        #expect(spread.maximum == 4)
    }

    @Test(
        "Numbers are short",
        arguments: [(1234.6, "1235"), (99.96, "100"), (12.34, "12.3"), (1.004, "1.00"), (0.0123, "0.012")]
    )
    func quantities(_ value: Double, _ text: String) {
        #expect(Quantity.rounded(value) == text)
    }

    @Test("Times have the unit that suits them")
    func times() {
        #expect(Quantity.time(1.5) == "1.50 s")
        #expect(Quantity.time(0.0123) == "12.3 ms")
        #expect(Quantity.time(0.000_002) == "2.00 µs")
    }
}
