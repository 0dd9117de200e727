extension PageMetadata {
    /// How far the page was turned to stand upright, clockwise: 0, 90, 180 or 270 degrees.
    ///
    /// A negative turn is its complement, so −90 is 270; one between two quarters is the nearer. It is `nil` if rotation
    /// was not looked for.
    public var normalizedRotation: Int? {
        rotationApplied.map { degrees in
            let positive = (degrees % 360 + 360) % 360
            return (positive + 45) / 90 % 4 * 90
        }
    }
}
