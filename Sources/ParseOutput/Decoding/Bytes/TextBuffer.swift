/// Room in which the characters of a string with escapes are put together, kept from one string to the next.
struct TextBuffer: Sendable {
    private var storage: [UInt8] = []

    /// How many bytes have been put in.
    private(set) var count = 0

    /// How many bytes a writer may put in beyond the count it is given.
    static let margin = 64

    /// Makes an empty buffer; it takes memory when it is first written to.
    init() {}

    /// Forgets what was put in, and gives back what an unusually long string left.
    mutating func removeAll() {
        count = 0
        if storage.count > Self.keptCapacity { storage = [] }
    }

    /// Lends the room to a writer, again and again as long as it asks for more.
    ///
    /// - Parameter write: writes behind the count and moves it; it may write ``margin`` bytes behind a count of at most
    ///   the capacity. It returns `nil` to be given more room.
    /// - Returns: what the writer returns in the end.
    @inline(__always)
    mutating func write<Result>(_ write: (UnsafeMutableRawPointer, inout Int, _ capacity: Int) -> Result?) -> Result {
        while true {
            if count + Self.margin >= storage.count {
                grow()
            }
            let capacity = storage.count - Self.margin
            var count = count
            let result = unsafe storage.withUnsafeMutableBytes { bytes in
                unsafe bytes.baseAddress.flatMap { unsafe write($0, &count, capacity) }
            }
            self.count = count
            if let result { return result }
        }
    }

    private mutating func grow() {
        let capacity = max(Self.firstCapacity, storage.count * 2)
        storage = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { larger, filled in
            // What is not copied here is written before it is read, as only what lies before the count is.
            unsafe storage.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(larger).copyMemory(from: $0) }
            filled = capacity
        }
    }

    /// Lends the bytes put in.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe storage.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    private static let firstCapacity = 4 << 10
    private static let keptCapacity = 1 << 20
}
