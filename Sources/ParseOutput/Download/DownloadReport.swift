/// What a download has done so far.
public struct DownloadReport: Sendable, Hashable {
    /// The bytes that came over the wire.
    public var wireBytes: Int64 = 0

    /// The bytes that were handed to the reader.
    public var deliveredBytes: Int64 = 0

    /// The document's length, once the storage host has announced it.
    public var totalBytes: Int64?

    /// How many requests were sent to the storage host.
    public var opens = 0

    /// How many URLs were asked for beyond the first.
    public var refreshes = 0

    /// Makes the report of a download that has not begun.
    public init() {}
}
