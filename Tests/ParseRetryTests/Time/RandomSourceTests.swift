import ParseRetry
import Testing

@Suite("RandomSource")
struct RandomSourceTests {
    private func numbers(_ source: RandomSource, _ count: Int = 100) -> [Double] {
        (0..<count).map { _ in source.number(in: 0...1) }
    }

    @Test("The same seed gives the same numbers, another seed others")
    func seeded() {
        let first = numbers(.seeded(42))
        #expect(first == numbers(.seeded(42)))
        #expect(first != numbers(.seeded(43)))
        #expect(Set(first).count == 100)
    }

    @Test("A copy goes on where the original stands")
    func shared() {
        let source = RandomSource.seeded(1)
        let copy = source
        #expect(numbers(source, 2) + numbers(copy, 2) == numbers(.seeded(1), 4))
    }

    @Test("Numbers keep their bounds and fill them", arguments: [0, 1, UInt64.max])
    func bounds(seed: UInt64) {
        let source = RandomSource.seeded(seed)
        let drawn = (0..<10_000).map { _ in source.number(in: -2...6) }
        #expect(drawn.allSatisfy { (-2...6).contains($0) })
        #expect(abs(drawn.reduce(0, +) / 10_000 - 2) < 0.1)
        let system = (0..<1_000).map { _ in RandomSource.system.number(in: 3...4) }
        #expect(system.allSatisfy { (3...4).contains($0) })
    }

    @Test("A constant pins the place between the bounds")
    func constant() {
        #expect(RandomSource.constant(0).number(in: 2...6) == 2)
        #expect(RandomSource.constant(0.25).number(in: 2...6) == 3)
        #expect(RandomSource.constant(1).number(in: 2...6) == 6)
    }

    @Test("A function that breaks its promise is held to the bounds")
    func clamped() {
        #expect(RandomSource.constant(-5).number(in: 2...6) == 2)
        #expect(RandomSource.constant(5).number(in: 2...6) == 6)
        #expect(RandomSource.constant(.nan).number(in: 2...6) == 2)
    }
}
