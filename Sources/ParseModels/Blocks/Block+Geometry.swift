extension Block {
    /// The block's box in shares of its page, from 0 to 1.
    ///
    /// It is `nil` if an edge or the page's size is unknown, as for text files and spreadsheets.
    public var normalizedBoundingBox: BoundingBox? {
        metadata.page.flatMap { boundingBox.normalized(to: $0) }
    }

    /// The block's outline in shares of its page, from 0 to 1, in the order it came.
    ///
    /// It is `nil` if there is none or the page's size is unknown.
    public var normalizedPolygon: [Point]? {
        guard !polygon.isEmpty, let scale = metadata.page.flatMap({ PageScale($0) }) else { return nil }
        let points = polygon.compactMap(scale.apply)
        return points.count == polygon.count ? points : nil
    }
}
