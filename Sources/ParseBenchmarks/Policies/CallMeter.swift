/// Measures one kind of call in this process.
struct CallMeter {
    let kind: CallKind

    /// How long to go on calling, one call behind the other.
    private static let duration = Duration.milliseconds(300)
    private static let warmUp = 500

    /// Calls as often as it takes.
    ///
    /// Not on the main actor, where no service calls from: every way back to it would cost a turn of its queue.
    @concurrent
    func measure() async throws -> CallSample {
        let call = try kind.prepared()
        // The first calls are slow, since all they touch is new; they also tell how many fit.
        let warm = try await sample(calls: Self.warmUp, call)
        let calls = Int((Self.duration / .seconds(max(warm.wallSeconds, 1e-8))).rounded(.up))
        return try await sample(calls: calls, call)
    }

    private func sample(calls: Int, _ call: @Sendable () async throws -> Void) async throws -> CallSample {
        let memoryAtStart = ResidentMemory.current
        let allocationsAtStart = AllocationCount.current
        let cpuAtStart = ResourceUsage().cpuSeconds
        let start = ContinuousClock.now
        for _ in 0..<calls { try await call() }
        let wall = start.duration(to: .now) / .seconds(1)
        let cpu = ResourceUsage().cpuSeconds - cpuAtStart
        let allocations = AllocationCount.current.flatMap { end in
            allocationsAtStart.map { Double(end - $0) / Double(calls) }
        }
        return CallSample(
            calls: calls,
            wallSeconds: wall / Double(calls),
            cpuSeconds: cpu / Double(calls),
            allocations: allocations,
            keptBytes: Double(ResidentMemory.current - memoryAtStart) / Double(calls)
        )
    }
}
