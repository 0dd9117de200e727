import Testing

@testable import ParseOutput

@Suite("The seam between what is known and what is new")
struct SeamTests {
    private static let bytes = StoredBytes(count: 24).bytes

    /// Feeds a check with the bytes in pieces, and tells what was compared and what is new.
    private func pass(_ check: SeamCheck, _ pieces: [ArraySlice<UInt8>]) -> (again: [UInt8], new: [UInt8])? {
        var check: SeamCheck? = check
        var (again, new): ([UInt8], [UInt8]) = ([], [])
        for piece in pieces {
            switch check?.take(piece) {
            case nil: new += piece
            case .different: return nil
            case .passed(let compared): again += compared
            case .reached(let compared, let following):
                again += compared
                new += following
                check = nil
            }
        }
        return check == nil ? (again, new) : nil
    }

    @Test("However it is cut, the seam is found and what follows is new", arguments: [0, 1, 7, 16])
    func everyCut(length: Int) throws {
        let bytes = Self.bytes
        let check = SeamCheck(distance: 16, mark: SeamMark(endOf: bytes[16 - length..<16]))
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]].filter { !$0.isEmpty }
                let (again, new) = try #require(pass(check, pieces), "cut at \(first), \(second)")
                #expect(again.elementsEqual(bytes[16 - length..<16]))
                #expect(new.elementsEqual(bytes[16...]))
            }
        }
    }

    @Test("A byte that differs is noticed wherever it is compared, however it is cut, and only there")
    func differences() {
        let check = SeamCheck(distance: 16, mark: SeamMark(endOf: Self.bytes[9..<16]))
        for place in Self.bytes.indices {
            var bytes = Self.bytes
            bytes[place] ^= 1
            for cut in 0...bytes.count {
                let pieces = [bytes[..<cut], bytes[cut...]].filter { !$0.isEmpty }
                #expect((pass(check, pieces) == nil) == (9..<16).contains(place), "byte \(place), cut at \(cut)")
            }
        }
    }

    @Test("The seam may be the end: nothing is new then")
    func atTheEnd() {
        var check = SeamCheck(distance: 4, mark: SeamMark(endOf: Self.bytes[..<4]))
        let step = check.take(Self.bytes[..<4])
        #expect(step == .reached(again: Self.bytes[..<4], new: []))
    }

    @Test("A tail keeps the last bytes, however they come", arguments: [0, 1, 5, 24, 30])
    func tail(capacity: Int) {
        for step in 1...Self.bytes.count {
            var tail = ByteTail(capacity: capacity)
            for start in stride(from: 0, to: Self.bytes.count, by: step) {
                let end = min(start + step, Self.bytes.count)
                tail.append(Self.bytes[start..<end])
                #expect(tail.bytes.elementsEqual(Self.bytes[..<end].suffix(capacity)))
            }
            #expect(tail.mark == SeamMark(endOf: Self.bytes.suffix(capacity)))
        }
    }

    @Test("A digest does not depend on the cuts, and is that of FNV-1a")
    func digest() {
        #expect(ByteDigest().value == 0xCBF2_9CE4_8422_2325)
        #expect(ByteDigest.of("a".utf8).value == 0xAF63_DC4C_8601_EC8C)
        #expect(ByteDigest.of("foobar".utf8).value == 0x8594_4171_F739_67E8)
        var digest = ByteDigest()
        for piece in ["f", "oob", "", "ar"] { digest.update(piece.utf8) }
        #expect(digest == ByteDigest.of("foobar".utf8))
    }
}
