import ParseRetry
import ParseTransport
import Synchronization
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("RetryBudget")
struct RetryBudgetTests {
    private let api: Origin
    private let storage: Origin

    init() throws {
        api = try #require(URL(string: "https://api.example.com").flatMap(Origin.init))
        storage = try #require(URL(string: "https://storage.example.com").flatMap(Origin.init))
    }

    @Test("It begins with 500 tokens and takes 14 or 5")
    func prices() {
        let budget = RetryBudget()
        #expect(budget.tokens(for: api, at: .zero) == 500)
        #expect(budget.withdraw(for: .transient, to: api, at: .zero) == RetryCharge(tokens: 14))
        #expect(budget.withdraw(for: .throttled, to: api, at: .zero) == RetryCharge(tokens: 5))
        #expect(budget.tokens(for: api, at: .zero) == 481)
    }

    @Test("Thirty-five passing faults or a hundred throttlings in a row empty it")
    func emptied() {
        for (cause, count, left) in [(RetryCause.transient, 35, 10), (.throttled, 100, 0)] {
            let budget = RetryBudget()
            for _ in 0..<count { #expect(budget.withdraw(for: cause, to: api, at: .zero) != nil) }
            #expect(budget.withdraw(for: cause, to: api, at: .zero) == nil)
            #expect(budget.tokens(for: api, at: .zero) == left)
        }
    }

    @Test(
        "It tells whether more than half is left",
        arguments: [(500, 250, false), (500, 249, true), (501, 250, true), (1, 0, true), (1, 1, false), (0, 0, false)])
    func half(capacity: Int, spent: Int, isMore: Bool) {
        let budget = RetryBudget(configuration: .init(capacity: capacity, throttledCost: 1))
        for _ in 0..<spent { _ = budget.withdraw(for: .throttled, to: api, at: .zero) }
        #expect(budget.isMoreThanHalfFull(for: api, at: .zero) == isMore)
    }

    @Test("A refusal takes nothing, and what is cheaper may still pass")
    func refusal() {
        let budget = RetryBudget(configuration: .init(capacity: 13))
        #expect(budget.withdraw(for: .transient, to: api, at: .zero) == nil)
        #expect(budget.tokens(for: api, at: .zero) == 13)
        #expect(budget.withdraw(for: .throttled, to: api, at: .zero) != nil)
    }

    @Test("A success gives back what its retry cost, or one token, never above the capacity")
    func deposits() throws {
        let budget = RetryBudget()
        let charge = try #require(budget.withdraw(for: .transient, to: api, at: .zero))
        budget.deposit(nil, to: api, at: .zero)
        #expect(budget.tokens(for: api, at: .zero) == 487)
        budget.deposit(charge, to: api, at: .zero)
        #expect(budget.tokens(for: api, at: .zero) == 500)
        budget.deposit(nil, to: api, at: .zero)
        #expect(budget.tokens(for: api, at: .zero) == 500)
    }

    @Test("Whole seconds give tokens back; what is left of a second counts for the next")
    func refill() {
        let budget = RetryBudget(configuration: .init(refillPerSecond: 2))
        _ = budget.withdraw(for: .transient, to: api, at: .milliseconds(500))
        #expect(budget.tokens(for: api, at: .milliseconds(500)) == 486)
        _ = budget.withdraw(for: .transient, to: api, at: .milliseconds(1_499))
        #expect(budget.tokens(for: api, at: .milliseconds(1_499)) == 472)
        #expect(budget.tokens(for: api, at: .milliseconds(1_500)) == 474)
        #expect(budget.tokens(for: api, at: .milliseconds(2_499)) == 474)
        #expect(budget.tokens(for: api, at: .milliseconds(2_500)) == 476)
        #expect(budget.tokens(for: api, at: .seconds(3_600)) == 500)
    }

    @Test("A reading that goes back gives nothing and takes nothing")
    func backwards() {
        let budget = RetryBudget()
        _ = budget.withdraw(for: .transient, to: api, at: .seconds(100))
        #expect(budget.tokens(for: api, at: .zero) == 486)
        #expect(budget.tokens(for: api, at: .seconds(100)) == 486)
        #expect(budget.tokens(for: api, at: .seconds(101)) == 487)
    }

    @Test("Each origin has a bucket of its own")
    func perOrigin() {
        let budget = RetryBudget()
        while budget.withdraw(for: .transient, to: storage, at: .zero) != nil {}
        #expect(budget.tokens(for: api, at: .zero) == 500)
        #expect(budget.withdraw(for: .transient, to: api, at: .zero) != nil)
    }

    @Test("Senseless numbers neither trap nor lift the bounds")
    func senseless() {
        let negative = RetryBudget(
            configuration: .init(capacity: -1, transientCost: -14, throttledCost: .min, refillPerSecond: -1)
        )
        #expect(negative.withdraw(for: .transient, to: api, at: .zero) == RetryCharge(tokens: 0))
        #expect(negative.tokens(for: api, at: .seconds(Int64.max)) == 0)

        let huge = RetryBudget(configuration: .init(capacity: .max, transientCost: .max, refillPerSecond: .max))
        let charge = huge.withdraw(for: .transient, to: api, at: .zero)
        #expect(charge?.tokens == .max)
        #expect(huge.tokens(for: api, at: .seconds(Int64.max)) == .max)
        huge.deposit(charge, to: api, at: .seconds(Int64.max))
        #expect(huge.tokens(for: api, at: .seconds(Int64.max)) == .max)

        let budget = RetryBudget()
        budget.deposit(RetryCharge(tokens: .max), to: api, at: .zero)
        budget.deposit(RetryCharge(tokens: .min), to: api, at: .zero)
        #expect(budget.tokens(for: api, at: .zero) == 500)
    }

    @Test("However many tasks withdraw at once, no token is spent twice")
    func concurrent() async {
        let budget = RetryBudget()
        let api = api
        let granted = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    (0..<10).count { _ in budget.withdraw(for: .transient, to: api, at: .zero) != nil }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(granted == 35)
        #expect(budget.tokens(for: api, at: .zero) == 10)
    }

    @Test("Whatever happens, retries stay within capacity, time and what successes gave back, seed 11")
    func invariant() {
        let random = RandomSource.seeded(11)
        let budget = RetryBudget(configuration: .init(capacity: 60))
        var now = Duration.zero
        var spent = 0
        var given = 0
        var last: RetryCharge?
        for _ in 0..<5_000 {
            now += .milliseconds(Int(random.number(in: 0...300)))
            if random.number(in: 0...1) < 0.7 {
                last = budget.withdraw(for: random.number(in: 0...1) < 0.5 ? .transient : .throttled, to: api, at: now)
                spent += last?.tokens ?? 0
            } else {
                budget.deposit(last, to: api, at: now)
                given += last?.tokens ?? 1
                last = nil
            }
            let tokens = budget.tokens(for: api, at: now)
            #expect((0...60).contains(tokens))
            #expect(spent <= 60 + given + Int(now.components.seconds))
        }
    }

    @Test("The throttle without limits always agrees, at no cost")
    func unlimited() {
        let throttle = UnlimitedRetries()
        for _ in 0..<1_000 { #expect(throttle.withdraw(for: .transient, to: api, at: .zero)?.tokens == 0) }
        throttle.deposit(nil, to: api, at: .zero)
    }
}
