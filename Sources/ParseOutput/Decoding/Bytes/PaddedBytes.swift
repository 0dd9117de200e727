/// Bytes that can be read some way beyond their end, so that whole words and blocks may be loaded anywhere among them.
///
/// All unchecked reads of the decoder go through here. Their bound: what is read lies at most ``margin`` bytes before the
/// first byte and ``padding`` bytes behind the last; whoever makes a value vouches that so many can be read. The byte at
/// the end is 0, which no JSON holds: every loop over bytes stops there without counting.
@safe struct PaddedBytes {
    /// How many bytes before the first can be read; they are no part of a character.
    static let margin = 16

    /// How many bytes beyond the end can be read.
    static let padding = 160

    /// How many bytes there are.
    let count: Int

    private let start: UnsafeRawPointer

    /// Wraps bytes.
    ///
    /// - Parameters:
    ///   - start: `count + padding` readable bytes that outlive this value, that at `count` being 0, behind the margin.
    ///   - count: how many of them are meant.
    @inline(__always)
    @unsafe init(start: UnsafeRawPointer, count: Int) {
        unsafe self.start = start
        self.count = count
        assert(self[count] == 0)
    }

    /// The byte at an index, the end included.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        assert(index >= -Self.margin && index < count + Self.padding)
        return unsafe start.load(fromByteOffset: index, as: UInt8.self)
    }

    /// The four bytes from an index on, the first in the lowest place.
    @inline(__always)
    func halfWord(at index: Int) -> UInt32 {
        assert(index >= -Self.margin && index + 4 <= count + Self.padding)
        return unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: index, as: UInt32.self))
    }

    /// The eight bytes from an index on, the first in the lowest place.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        assert(index >= -Self.margin && index + 8 <= count + Self.padding)
        return unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The sixteen bytes from an index on.
    @inline(__always)
    func block(at index: Int) -> ByteBlock {
        assert(index >= -Self.margin && index + 16 <= count + Self.padding)
        return unsafe start.loadUnaligned(fromByteOffset: index, as: ByteBlock.self)
    }

    /// Lends the bytes of a range within the end.
    @inline(__always)
    func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let first = unsafe (start + range.lowerBound).assumingMemoryBound(to: UInt8.self)
        return unsafe body(UnsafeBufferPointer(start: first, count: range.count))
    }

    /// The bytes of a range within the end, in memory of their own.
    func copy(_ range: Range<Int>) -> [UInt8] {
        unsafe withBytes(range) { unsafe Array($0) }
    }
}
