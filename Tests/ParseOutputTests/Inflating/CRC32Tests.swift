import Testing

@testable import ParseOutput

@Suite("The checksum of gzip")
struct CRC32Tests {
    @Test("It is the one that everybody has")
    func known() {
        #expect(checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(checksum(of: []) == 0)
        #expect(checksum(of: [UInt8](repeating: 0, count: 32)) == 0x190A_55AD)
    }

    @Test("Eight bytes at a time, single ones and bits give the same, in whatever parts", arguments: 0..<20)
    func parts(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let bytes = (0..<Int.random(in: 0...100, using: &generator)).map { _ in
            UInt8(truncatingIfNeeded: generator.next())
        }
        var singles = CRC32()
        for byte in bytes { singles.add(byte) }
        var parts = CRC32()
        let held = ContiguousArray(bytes)
        let cut = Int.random(in: 0...held.count, using: &generator)
        parts.add(held.span, 0..<cut)
        parts.add(held.span, cut..<held.count)
        #expect(singles.value == Self.bitwise(bytes))
        #expect(parts == singles)
        #expect(checksum(of: bytes) == singles.value)
    }

    private func checksum(of bytes: [UInt8]) -> UInt32 {
        var checksum = CRC32()
        let bytes = ContiguousArray(bytes)
        checksum.add(bytes.span, bytes.indices)
        return checksum.value
    }

    /// As the standard defines it.
    private static func bitwise(_ bytes: [UInt8]) -> UInt32 {
        var state = UInt32.max
        for byte in bytes {
            for bit in 0..<8 {
                let isOne = (state ^ UInt32(byte >> UInt8(bit))) & 1 == 1
                state = state >> 1 ^ (isOne ? 0xEDB8_8320 : 0)
            }
        }
        return ~state
    }
}
