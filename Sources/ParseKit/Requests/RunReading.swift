import ParseModels
import ParseOutput
import ParseTransport
import Synchronization

/// Reads the run of an answer, once: within the attempt, so that one that is cut, or no run at all, is asked for again.
final class RunReading: Sendable {
    private let limits: DecodingLimits
    private let last = Mutex<Result<ParseRun, OutputDecodingError>?>(nil)

    init(limits: DecodingLimits) {
        // How long an answer may be is the business of `ClientLimits`, and was checked while it arrived.
        self.limits = limits.with { $0.totalBytes = .max }
    }

    /// Whether an answer is a run.
    func isRun(_ head: ResponseHead, _ body: [UInt8]) -> Bool {
        guard head.isSuccess else { return true }
        guard Self.page(of: head) == nil else { return false }
        let result = Result { () throws(OutputDecodingError) in try ParseRun(decoding: body, limits: limits) }
        last.withLock { $0 = result }
        guard case .failure(let error) = result else { return true }
        // What is well-formed, and no run all the same, will be none the next time either.
        return ![.malformed, .truncated, .invalidUTF8].contains(error.code)
    }

    /// The run that was read last.
    func run() throws(OutputDecodingError) -> ParseRun? {
        try last.withLock(\.self)?.get()
    }

    /// The type of a page that stands where a run should; `nil` for what may be one.
    static func page(of head: ResponseHead) -> String? {
        let type = head.headers["Content-Type"]?.lowercased() ?? ""
        return type.contains("html") || type.contains("xml") ? type : nil
    }
}
