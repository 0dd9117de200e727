/// What one process measured of one kind of call; all but the number are of one call.
struct CallSample: Codable {
    var calls: Int
    var wallSeconds: Double
    var cpuSeconds: Double

    /// How often memory was asked for; `nil` where it is not counted.
    var allocations: Double?

    /// How much the process had grown at the end; of tens of thousands of calls within a second or less, which is what
    /// alarms that were not needed hold until their time has come.
    var keptBytes: Double
}
