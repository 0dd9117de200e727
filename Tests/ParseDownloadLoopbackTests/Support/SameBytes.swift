import Foundation

extension RandomAccessCollection<UInt8> where Self: ContiguousBytes {
    /// Whether these are the same bytes; found at once, where comparing one by one takes a debug build long.
    func isSame(as other: ArraySlice<UInt8>) -> Bool {
        guard count == other.count, !isEmpty else { return count == other.count }
        return withUnsafeBytes { mine in
            other.withUnsafeBytes { theirs in memcmp(mine.baseAddress!, theirs.baseAddress!, mine.count) == 0 }
        }
    }
}
