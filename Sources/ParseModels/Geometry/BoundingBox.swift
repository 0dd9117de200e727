/// An upright rectangle on a page: the field `boundingBox`; any edge may be unknown.
public struct BoundingBox: Sendable, Hashable, Codable {
    /// Its left edge: the field `left`.
    public var left: Double?

    /// Its top edge: the field `top`.
    public var top: Double?

    /// Its right edge: the field `right`.
    public var right: Double?

    /// Its bottom edge: the field `bottom`.
    public var bottom: Double?

    /// Makes a value without any of its fields, for those who fill it in place: the other one is copied on its way.
    @inlinable
    package init() {}

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - left: its left edge: the field `left`.
    ///   - top: its top edge: the field `top`.
    ///   - right: its right edge: the field `right`.
    ///   - bottom: its bottom edge: the field `bottom`.
    @inlinable
    public init(
        left: Double? = nil,
        top: Double? = nil,
        right: Double? = nil,
        bottom: Double? = nil
    ) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    enum CodingKeys: String, CodingKey {
        case left
        case top
        case right
        case bottom
    }
}
