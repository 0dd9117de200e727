#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// One axis: what it measures, from where to where, and which values are written beside it.
struct ChartAxis {
    /// How values are laid out.
    enum Scale {
        case linear

        /// The same distance for the same factor; all values are above zero.
        case logarithmic
    }

    let label: String
    let scale: Scale
    let range: ClosedRange<Double>
    let ticks: [(value: Double, text: String)]

    /// Where a value lies, from 0 at the axis's beginning to 1 at its end; what lies outside is put at the nearer end.
    func position(of value: Double) -> Double {
        let value = min(range.upperBound, max(range.lowerBound, value))
        switch scale {
        case .linear: return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        case .logarithmic: return log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
        }
    }

    /// An axis of seconds, each tick in the unit that suits it.
    static func seconds(_ label: String, _ range: ClosedRange<Double>, ticks: [Double]) -> ChartAxis {
        ChartAxis(
            label: label,
            scale: .logarithmic,
            range: range,
            ticks: ticks.map { ($0, Quantity.duration($0)) }
        )
    }
}
