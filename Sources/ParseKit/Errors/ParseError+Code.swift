extension ParseError {
    /// What went wrong, open to codes added later.
    public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The code's name.
        public let rawValue: String

        /// Makes a code of its name.
        ///
        /// - Parameter rawValue: the name, in lower camel case.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The code's name.
        public var description: String { rawValue }

        // MARK: Before anything is sent

        /// The environment holds no API key.
        ///
        /// Troubleshooting: set `EXTEND_API_KEY`, or make the client with a token.
        public static let missingToken = Code(rawValue: "missingToken")

        /// The API token is empty or holds a character that no token has.
        ///
        /// Troubleshooting: look for a line break or quotation marks copied along with the key.
        public static let invalidToken = Code(rawValue: "invalidToken")

        /// The token provider failed, or did not answer within the call's time.
        ///
        /// Troubleshooting: the cause is what it threw. Without a cause it did not answer in time, as the message says: look
        /// for a vault that hangs, or raise ``ParseClientConfiguration/callTimeout``.
        public static let tokenUnavailable = Code(rawValue: "tokenUnavailable")

        /// The base URL or region cannot be used.
        ///
        /// Troubleshooting: check `EXTEND_BASE_URL` and `EXTEND_REGION`; the message says what is wrong.
        public static let invalidBaseURL = Code(rawValue: "invalidBaseURL")

        /// The run id cannot be one.
        ///
        /// Troubleshooting: pass the field `id` of a run as it is; the message says what is wrong.
        public static let invalidRunID = Code(rawValue: "invalidRunID")

        /// The transport cannot work here.
        ///
        /// Troubleshooting: the message says what to install.
        public static let transportUnavailable = Code(rawValue: "transportUnavailable")

        /// A run's handle is of another base URL than the client's.
        ///
        /// Troubleshooting: go on with a client of the ``RunHandle/baseURL`` that ``ParseError/handle`` names.
        public static let runHandleRefused = Code(rawValue: "runHandleRefused")

        // MARK: The service's refusals

        /// The service finds the request malformed: `400`, `422`.
        ///
        /// Troubleshooting: the message is the service's own.
        public static let invalidRequest = Code(rawValue: "invalidRequest")

        /// The key is missing, malformed, expired or revoked: `401`.
        ///
        /// Troubleshooting: check the key, and that it is for this region.
        public static let unauthorized = Code(rawValue: "unauthorized")

        /// The account has no credits left: `402`.
        ///
        /// Troubleshooting: add credits; trying again does not help before.
        public static let paymentRequired = Code(rawValue: "paymentRequired")

        /// The key may not do this: `403`.
        ///
        /// Troubleshooting: an organization's key needs a workspace id, and the workspace the parse permission.
        public static let forbidden = Code(rawValue: "forbidden")

        /// There is no such run for this key: `404`.
        ///
        /// Troubleshooting: check the id, the workspace and the region; deleted runs are gone for good.
        public static let notFound = Code(rawValue: "notFound")

        /// Too many requests in this second: `429`; or nothing was sent, as the service has asked for a pause that is longer
        /// than the call agrees to wait.
        ///
        /// Troubleshooting: fewer calls at a time; the limit is the organization's, not this client's alone. When the service
        /// wants to be asked again is in ``ParseError/retryAt``.
        public static let rateLimited = Code(rawValue: "rateLimited")

        /// The service or a gateway before it failed: `5xx`.
        ///
        /// Troubleshooting: passing; keep the request id for support.
        public static let serverError = Code(rawValue: "serverError")

        /// The API redirected elsewhere; redirects are never followed, so that the key goes nowhere else.
        ///
        /// Troubleshooting: check the base URL, also for `http` instead of `https`; a captive portal does this too.
        public static let redirectRefused = Code(rawValue: "redirectRefused")

        /// The service answered with a status that has no better name.
        ///
        /// Troubleshooting: the message and the status are the service's own.
        public static let unexpectedStatus = Code(rawValue: "unexpectedStatus")

        // MARK: On the way

        /// The connection failed or broke, more often than the retry policy allows.
        ///
        /// Troubleshooting: the cause is the last attempt's `TransportError`, the attempts tell them all.
        public static let network = Code(rawValue: "network")

        /// The time for the call, the wait or the download was over.
        ///
        /// Troubleshooting: a wait's ``ParseError/handle`` goes on later; the run itself goes on anyway. A download goes on
        /// with ``ParseError/resumeToken``.
        public static let timedOut = Code(rawValue: "timedOut")

        /// The task was cancelled.
        ///
        /// Troubleshooting: not a fault. The run itself goes on; a wait's ``ParseError/handle`` finds it again.
        public static let cancelled = Code(rawValue: "cancelled")

        /// A page came where JSON was due, as from a proxy or a captive portal.
        ///
        /// Troubleshooting: check the base URL and the network.
        public static let unexpectedContent = Code(rawValue: "unexpectedContent")

        /// The answer is not the JSON it should be, is cut short, or is nested deeper than decoding allows.
        ///
        /// Troubleshooting: the cause is the `OutputDecodingError`, which says where; keep the request id for support.
        public static let malformedResponse = Code(rawValue: "malformedResponse")

        /// The answer is longer than ``ClientLimits`` allow, or the output longer than a limit that the message names.
        ///
        /// Troubleshooting: stream the output with ``ParseClient/chunks(of:)``, or raise the limit.
        public static let responseTooLarge = Code(rawValue: "responseTooLarge")

        // MARK: The run and its output

        /// The output was asked for, and the run has failed or was cancelled.
        ///
        /// Troubleshooting: ``ParseError/failureReason`` says why; only some reasons are worth a new run.
        public static let runFailed = Code(rawValue: "runFailed")

        /// The output was asked for before the run was processed.
        ///
        /// Troubleshooting: wait for the run first.
        public static let runNotFinished = Code(rawValue: "runNotFinished")

        /// The run is processed, and the service hands out no output.
        ///
        /// Troubleshooting: its retention time may be over.
        public static let outputUnavailable = Code(rawValue: "outputUnavailable")

        /// A resume token is not of the run that it was used for.
        ///
        /// Troubleshooting: look up the token by the run's id; ``ParseError/resumeToken`` names the run.
        public static let resumeTokenRefused = Code(rawValue: "resumeTokenRefused")

        /// The output is another one than that whose reading was begun.
        ///
        /// Troubleshooting: throw away what was read, and begin anew without the token.
        public static let outputChanged = Code(rawValue: "outputChanged")

        /// The output could not be downloaded whole.
        ///
        /// Troubleshooting: the cause is the `DownloadError`.
        public static let downloadFailed = Code(rawValue: "downloadFailed")

        /// The file that the output was to be saved to could not be written.
        ///
        /// Troubleshooting: the message has the system's own reason, such as a full disk. Nothing was left behind, and a
        /// file that was there before is as it was.
        public static let writeFailed = Code(rawValue: "writeFailed")

        /// The output is not the JSON it should be, or over a limit of decoding.
        ///
        /// Troubleshooting: the cause is the `OutputDecodingError`, which says where.
        public static let malformedOutput = Code(rawValue: "malformedOutput")

        /// The code of a status that is no success.
        init(status: Int) {
            self =
                switch status {
                case 300..<400: .redirectRefused
                case 400, 422: .invalidRequest
                case 401: .unauthorized
                case 402: .paymentRequired
                case 403: .forbidden
                case 404: .notFound
                case 429: .rateLimited
                case 500...599: .serverError
                default: .unexpectedStatus
                }
        }

        /// What is assumed where the service does not say whether trying again helps.
        var isRetryableByDefault: Bool {
            self == .rateLimited || self == .serverError
        }
    }
}
