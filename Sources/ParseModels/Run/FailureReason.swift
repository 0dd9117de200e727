/// Why a run failed: the field `failureReason`.
public struct FailureReason: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `UNABLE_TO_DOWNLOAD_FILE`: the file could not be fetched from its URL.
    public static let unableToDownloadFile = FailureReason(rawValue: "UNABLE_TO_DOWNLOAD_FILE")

    /// `FILE_TYPE_NOT_SUPPORTED`: this type of file is not parsed.
    public static let fileTypeNotSupported = FailureReason(rawValue: "FILE_TYPE_NOT_SUPPORTED")

    /// `FILE_SIZE_TOO_LARGE`: the file is too large.
    public static let fileSizeTooLarge = FailureReason(rawValue: "FILE_SIZE_TOO_LARGE")

    /// `CORRUPT_FILE`: the file is damaged.
    public static let corruptFile = FailureReason(rawValue: "CORRUPT_FILE")

    /// `OCR_ERROR`: reading the text failed; worth another run.
    public static let ocrError = FailureReason(rawValue: "OCR_ERROR")

    /// `PASSWORD_PROTECTED_FILE`: the file needs a password.
    public static let passwordProtectedFile = FailureReason(rawValue: "PASSWORD_PROTECTED_FILE")

    /// `FAILED_TO_CONVERT_TO_PDF`: the file could not be made a PDF.
    public static let failedToConvertToPDF = FailureReason(rawValue: "FAILED_TO_CONVERT_TO_PDF")

    /// `FAILED_TO_CONVERT_TO_JPEG`: the pages could not be made images.
    public static let failedToConvertToJPEG = FailureReason(rawValue: "FAILED_TO_CONVERT_TO_JPEG")

    /// `FAILED_TO_GENERATE_TARGET_FORMAT`: the target format could not be written.
    public static let failedToGenerateTargetFormat = FailureReason(rawValue: "FAILED_TO_GENERATE_TARGET_FORMAT")

    /// `CHUNKING_ERROR`: the text could not be cut into chunks.
    public static let chunkingError = FailureReason(rawValue: "CHUNKING_ERROR")

    /// `INTERNAL_ERROR`: the service failed; worth another run.
    public static let internalError = FailureReason(rawValue: "INTERNAL_ERROR")

    /// `INVALID_CONFIG_OPTIONS`: the options do not go together.
    public static let invalidConfigOptions = FailureReason(rawValue: "INVALID_CONFIG_OPTIONS")

    /// `OUT_OF_CREDITS`: the account has no credits left.
    public static let outOfCredits = FailureReason(rawValue: "OUT_OF_CREDITS")

    /// Whether the service recommends another run of the same file, after a while.
    public var isWorthRetrying: Bool {
        self == .ocrError || self == .internalError
    }
}
