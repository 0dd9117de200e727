/// What one process measured of one case.
///
/// Times and allocations are those of one call.
struct Sample: Codable {
    /// How often the document was read for them.
    var calls: Int
    var wallSeconds: Double
    var cpuSeconds: Double

    /// How far the process grew in memory over what it had before; `nil` where the system does not say.
    var peakBytes: Int?

    /// How long the first element took, the first time; `nil` where there are none.
    var firstElementSeconds: Double?

    /// How often memory was asked for; `nil` where it is not counted.
    var allocations: Double?

    var tally: Tally
}
