/// How long the last calls took, up to a number of them, kept in both orders: a call adds one and asks for one.
struct RecentLatencies: Sendable, Hashable {
    private let capacity: Int
    private var byAge: [Duration] = []
    private var bySize: [Duration] = []
    private var oldest = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    var count: Int { bySize.count }

    /// Adds one, in place of the oldest where there is no room.
    mutating func add(_ latency: Duration) {
        if byAge.count < capacity {
            byAge.append(latency)
        } else {
            bySize.remove(at: place(of: byAge[oldest]))
            byAge[oldest] = latency
            oldest = (oldest + 1) % capacity
        }
        bySize.insert(latency, at: place(of: latency))
    }

    /// The least latency that so large a share of the calls does not exceed; `nil` without calls.
    func percentile(_ share: Double) -> Duration? {
        guard !bySize.isEmpty else { return nil }
        // In this order what is not a number counts as 1.
        let rank = (max(0, min(1, share)) * Double(bySize.count)).rounded(.up)
        return bySize[max(1, Int(rank)) - 1]
    }

    /// Where the first stands that is no less.
    private func place(of latency: Duration) -> Int {
        bySize.firstIndex(behind: { $0 < latency })
    }
}
