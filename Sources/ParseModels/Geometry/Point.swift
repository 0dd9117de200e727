/// A point on a page; the origin is its top left corner, y goes down.
public struct Point: Sendable, Hashable, Codable {
    /// How far to the right: the field `x`.
    public var x: Double

    /// How far down: the field `y`.
    public var y: Double

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - x: how far to the right: the field `x`.
    ///   - y: how far down: the field `y`.
    @inlinable
    public init(
        x: Double,
        y: Double
    ) {
        self.x = x
        self.y = y
    }

    enum CodingKeys: String, CodingKey {
        case x
        case y
    }
}
