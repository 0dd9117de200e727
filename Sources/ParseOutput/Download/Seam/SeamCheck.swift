/// Passes the bytes that were handed out before, and compares those before the seam.
struct SeamCheck: Sendable {
    /// How many bytes are passed before the comparison begins.
    private var skipped: Int64

    /// How many bytes are yet to be compared.
    private var compared: Int64

    /// What they must look like.
    private let expected: UInt64
    private var digest = ByteDigest()

    /// What came of a piece.
    enum Step: Sendable, Equatable {
        /// All of it was handed out before; more of that is to come.
        case passed(again: ArraySlice<UInt8>)

        /// The seam is reached and is as it was; what follows is new.
        case reached(again: ArraySlice<UInt8>, new: ArraySlice<UInt8>)

        /// The bytes before the seam are others.
        case different
    }

    /// Prepares for a body that begins some bytes before the seam.
    ///
    /// - Parameters:
    ///   - distance: how many bytes lie between the body's first byte and the seam.
    ///   - mark: what the last of them must look like; no longer than the distance.
    init(distance: Int64, mark: SeamMark) {
        self.skipped = distance - mark.length
        self.compared = mark.length
        self.expected = mark.digest
    }

    /// Takes the next bytes of the body.
    mutating func take(_ piece: ArraySlice<UInt8>) -> Step {
        var rest = piece
        let passed = rest.prefix(Int(clamping: skipped))
        skipped -= Int64(passed.count)
        rest = rest.dropFirst(passed.count)
        let again = rest.prefix(Int(clamping: compared))
        digest.update(again)
        compared -= Int64(again.count)
        guard skipped == 0, compared == 0 else { return .passed(again: again) }
        return digest.value == expected ? .reached(again: again, new: rest.dropFirst(again.count)) : .different
    }
}
