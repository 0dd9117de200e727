import CCurl
import ParseTransport

/// One of libcurl's easy handles, with the memory that it borrows.
///
/// Used on the loop's thread only.
final class CurlEasyHandle {
    let library: CurlLibrary
    let pointer: ccurl_easy
    private var lists: [ccurl_list] = []
    private let errorText: UnsafeMutablePointer<CChar>

    init(library: CurlLibrary) throws(TransportError) {
        guard let pointer = ccurl_easy_init(library.handle) else {
            throw TransportError(.unavailable, phase: .notSent, message: "libcurl could not make a handle.")
        }
        self.library = library
        self.pointer = pointer
        self.errorText = .allocate(capacity: CCURL_ERROR_SIZE)
        errorText.initialize(repeating: 0, count: CCURL_ERROR_SIZE)
        ccurl_setopt_pointer(library.handle, pointer, CCURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        ccurl_easy_cleanup(library.handle, pointer)
        lists.forEach { ccurl_list_free(library.handle, $0) }
        errorText.deallocate()
    }

    // MARK: - Options

    func set(_ option: ccurl_option, _ value: Int) throws(TransportError) {
        try check(ccurl_setopt_long(library.handle, pointer, option, value), option)
    }

    func set(_ option: ccurl_option, _ value: Bool) throws(TransportError) {
        try set(option, value ? 1 : 0)
    }

    /// Sets a text, which libcurl copies.
    func set(_ option: ccurl_option, _ value: String) throws(TransportError) {
        try check(ccurl_setopt_pointer(library.handle, pointer, option, value), option)
    }

    func set(_ option: ccurl_option, _ value: UnsafeMutableRawPointer?) throws(TransportError) {
        try check(ccurl_setopt_pointer(library.handle, pointer, option, value), option)
    }

    func set(_ option: ccurl_option, _ value: @escaping ccurl_data_callback) throws(TransportError) {
        try check(ccurl_setopt_data_callback(library.handle, pointer, option, value), option)
    }

    func set(_ option: ccurl_option, _ value: @escaping ccurl_open_socket_callback) throws(TransportError) {
        try check(ccurl_setopt_open_socket_callback(library.handle, pointer, option, value), option)
    }

    /// Sets the body to send, which libcurl copies.
    func setBody(_ bytes: [UInt8]) throws(TransportError) {
        let size = ccurl_setopt_off_t(library.handle, pointer, CCURLOPT_POSTFIELDSIZE_LARGE, Int64(bytes.count))
        try check(size, CCURLOPT_POSTFIELDSIZE_LARGE)
        // The address of an empty array may be anything, but not null, which would ask for a read callback.
        let copied = (bytes.isEmpty ? [0] : bytes).withUnsafeBytes {
            ccurl_setopt_pointer(library.handle, pointer, CCURLOPT_COPYPOSTFIELDS, $0.baseAddress)
        }
        try check(copied, CCURLOPT_COPYPOSTFIELDS)
    }

    /// Sets a list of lines, which this handle keeps alive.
    func set(_ option: ccurl_option, _ lines: [String]) throws(TransportError) {
        var list: ccurl_list?
        for line in lines {
            guard let longer = ccurl_list_append(library.handle, list, line) else {
                ccurl_list_free(library.handle, list)
                throw TransportError(.other, phase: .notSent, message: "There is no memory for a list of lines.")
            }
            list = longer
        }
        if let list { lists.append(list) }
        try check(ccurl_setopt_pointer(library.handle, pointer, option, list), option)
    }

    /// Sets the callback before each sending, where the library has it (7.80).
    func setPrerequisite(_ callback: @escaping ccurl_prereq_callback) -> Bool {
        ccurl_setopt_prereq_callback(library.handle, pointer, CCURLOPT_PREREQFUNCTION, callback) == CCURLE_OK
    }

    /// Sets what older libraries, or builds without a feature, do not know and can do without.
    func setIfKnown(_ option: ccurl_option, _ value: Int) {
        ccurl_setopt_long(library.handle, pointer, option, value)
    }

    private func check(_ code: ccurl_code, _ option: ccurl_option) throws(TransportError) {
        guard code != CCURLE_OK else { return }
        throw TransportError(
            code == CCURLE_URL_MALFORMAT ? .invalidRequest : .unavailable,
            phase: .notSent,
            message: "libcurl \(library.version) refused option \(option.rawValue): \(text(for: code))."
        )
    }

    // MARK: - State

    /// Lets a paused transfer go on; the write callback may run before this returns.
    func resume() {
        ccurl_easy_continue(library.handle, pointer)
    }

    /// The number of connections made for this transfer; zero if it went over one that was there.
    var newConnections: Int { number(CCURLINFO_NUM_CONNECTS) }

    /// The system's error number of the last attempt to connect.
    var systemError: Int { number(CCURLINFO_OS_ERRNO) }

    /// The bytes of the request's body sent so far.
    var uploadedBytes: Int64 {
        var count: Int64 = 0
        ccurl_getinfo_off_t(library.handle, pointer, CCURLINFO_SIZE_UPLOAD_T, &count)
        return count
    }

    /// What the library has to say about a code: what it wrote about this very transfer, or the code's meaning.
    func text(for code: ccurl_code) -> String {
        errorText.pointee != 0
            ? String(cString: errorText) : String(cString: ccurl_easy_strerror(library.handle, code))
    }

    private func number(_ info: ccurl_info) -> Int {
        var number = 0
        ccurl_getinfo_long(library.handle, pointer, info, &number)
        return number
    }
}
