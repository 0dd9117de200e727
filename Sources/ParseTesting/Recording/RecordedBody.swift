/// What a recorded answer carried.
public enum RecordedBody: Sendable, Hashable {
    /// These bytes, all that were read of them.
    case bytes([UInt8])

    /// A document of the recording or a part of it, by its number, from 1.
    case document(Int)
}
