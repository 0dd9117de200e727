extension BoundingBox {
    /// The smallest box around some points; all edges are unknown without any.
    ///
    /// - Parameter points: the points, such as a block's polygon.
    public init(around points: some Sequence<Point>) {
        self.init()
        for point in points {
            left = min(left ?? point.x, point.x)
            top = min(top ?? point.y, point.y)
            right = max(right ?? point.x, point.x)
            bottom = max(bottom ?? point.y, point.y)
        }
    }

    /// How wide it is; `nil` if an edge is unknown.
    public var width: Double? {
        if let left, let right { right - left } else { nil }
    }

    /// How high it is; `nil` if an edge is unknown.
    public var height: Double? {
        if let top, let bottom { bottom - top } else { nil }
    }

    /// Its middle; `nil` if an edge is unknown.
    public var center: Point? {
        guard let left, let top, let right, let bottom else { return nil }
        return Point(x: (left + right) / 2, y: (top + bottom) / 2)
    }

    /// The box in shares of its page, from 0 at the left and top to 1 at the right and bottom.
    ///
    /// Independent of the unit that the service measured in, so it fits any rendering of the page. Edges are held within
    /// the page.
    ///
    /// - Parameter page: the page, with its size.
    /// - Returns: the box; `nil` if an edge or the page's size is unknown or makes no sense.
    public func normalized(to page: PageReference) -> BoundingBox? {
        guard let left, let top, let right, let bottom, let scale = PageScale(page) else { return nil }
        let start = scale.apply(Point(x: left, y: top))
        let end = scale.apply(Point(x: right, y: bottom))
        guard let start, let end else { return nil }
        return BoundingBox(left: start.x, top: start.y, right: end.x, bottom: end.y)
    }
}

/// From the units of a page to shares of it.
struct PageScale {
    private let width: Double
    private let height: Double

    /// `nil` for a page whose size is unknown or not positive.
    init?(_ page: PageReference) {
        guard let width = page.width, let height = page.height, width > 0, height > 0, width.isFinite, height.isFinite
        else { return nil }
        self.width = width
        self.height = height
    }

    func apply(_ point: Point) -> Point? {
        guard point.x.isFinite, point.y.isFinite else { return nil }
        return Point(x: min(1, max(0, point.x / width)), y: min(1, max(0, point.y / height)))
    }
}
