import CAllocationCount

/// How often this process has asked for memory.
enum AllocationCount {
    /// The number so far; `nil` where it is not counted.
    static var current: UInt64? {
        callocationcount_is_available() ? callocationcount_value() : nil
    }
}
