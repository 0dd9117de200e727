/// When the first element was there.
struct FirstElement {
    private let start = ContinuousClock.now

    /// How long it took; `nil` until then.
    private(set) var elapsed: Duration?

    /// Notes an element; only the first one counts.
    mutating func note() {
        if elapsed == nil { elapsed = start.duration(to: .now) }
    }
}
