import ParseRetry

/// What a ``DownloadMachine`` wants done next.
enum DownloadAction: Sendable {
    /// Ask the service for a URL; then ``DownloadMachine/resolved(_:at:)`` or ``DownloadMachine/fail(_:)``.
    case resolve

    /// Send this request; then ``DownloadMachine/answered(_:at:)`` or ``DownloadMachine/interrupted(by:at:)``.
    case open(StorageRequest)

    /// Take the next piece of the open body; then one of the events of a body.
    case read

    /// Hand these bytes of the stored document to the reader, once.
    case deliver(ArraySlice<UInt8>)

    /// Wait as long as the policies say; then ``DownloadMachine/waited(_:)`` or ``DownloadMachine/gaveUp(_:)``.
    case backOff(DownloadSetback)

    /// Wait just so long; then ``DownloadMachine/waited(_:)``.
    case wait(Duration)

    /// The document has been handed out whole.
    case finish

    /// There is no more.
    case fail(DownloadError)
}

/// A failure that might pass.
struct DownloadSetback: Sendable {
    /// Why it is tried again.
    let cause: RetryCause

    /// What was tried so far without progress.
    let state: RetryState

    /// What the storage host asked to wait.
    let serverDelay: Duration?

    /// What it ends with if it is not tried again.
    let error: DownloadError
}
