import Testing

@testable import ParseKit

@Suite("Calls that are refused while another token is fetched, or just was", .timeLimit(.minutes(1)))
struct SharedRotationTests {
    @Test("Who was refused with the very token that a refresh brings does not send it again")
    func refusedWithTheFreshOne() async throws {
        let bench = RotationBench()
        let client = bench.client
        let first = await bench.start("a", with: client)
        bench.answer("a", 401, 200)
        #expect(await bench.asked.next() == "sk_0")
        bench.hold("sk_1")
        let second = await bench.start("b", with: client)
        bench.answer("b", 401, 200)
        await bench.settle()
        bench.answers.send("sk_1")
        bench.answers.send("sk_2")
        #expect(await first.value == nil)
        #expect(await second.value == nil)
        #expect(bench.sent("b") == ["sk_1", "sk_2"])
        #expect(bench.replaced == ["sk_0", "sk_1"])
    }

    @Test("Who is refused late with a token that was replaced twice uses the newest, and asks nobody")
    func refusedWithAnOldOne() async throws {
        let bench = RotationBench()
        let client = bench.client
        let late = await bench.start("c", with: client)
        for (id, fresh) in [("a", "sk_1"), ("b", "sk_2")] {
            let call = await bench.start(id, with: client)
            bench.answer(id, 401, 200)
            bench.answers.send(fresh)
            #expect(await call.value == nil)
            _ = await bench.arrived.next()
            bench.hold(fresh)
        }
        bench.answers.send("sk_3")
        bench.answer("c", 401, 200)
        #expect(await late.value == nil)
        #expect(bench.sent("c") == ["sk_0", "sk_2"])
        #expect(bench.replaced == ["sk_0", "sk_1"])
    }

    @Test("A token that was refused as well is final for all who were on their way; the next call asks again")
    func final() async throws {
        let bench = RotationBench()
        let client = bench.client
        let late = await bench.start("b", with: client)
        let first = await bench.start("a", with: client)
        bench.answer("a", 401, 401)
        for token in ["sk_1", "sk_2", "sk_3"] { bench.answers.send(token) }
        #expect(await first.value == .unauthorized)
        bench.answer("b", 401, 200)
        #expect(await late.value == .unauthorized)
        #expect(bench.sent("b") == ["sk_0"])
        #expect(bench.replaced == ["sk_0"])
        _ = await bench.arrived.next()
        let next = await bench.start("c", with: client)
        bench.answer("c", 401, 200)
        #expect(await next.value == nil)
        #expect(bench.sent("c") == ["sk_0", "sk_2"])
    }

    @Test("That there is none instead of another token says nothing of one's own")
    func noneForAnother() async throws {
        let bench = RotationBench()
        let client = bench.client
        let first = await bench.start("a", with: client)
        bench.answer("a", 401)
        #expect(await bench.asked.next() == "sk_0")
        bench.hold("sk_1")
        let second = await bench.start("b", with: client)
        bench.answer("b", 401, 200)
        await bench.settle()
        bench.answers.send(nil)
        bench.answers.send("sk_2")
        #expect(await first.value == .unauthorized)
        #expect(await second.value == nil)
        #expect(bench.replaced == ["sk_0", "sk_1"])
    }

    @Test("Who began with a newer token than a refresh had brought is not sent back to that one")
    func newerThanTheLast() async throws {
        let bench = RotationBench()
        let client = bench.client
        let first = await bench.start("a", with: client)
        bench.answer("a", 401, 200)
        bench.answers.send("sk_1")
        #expect(await first.value == nil)
        _ = await bench.arrived.next()
        bench.hold("sk_5")
        let second = await bench.start("b", with: client)
        bench.answer("b", 401, 200)
        bench.answers.send("sk_6")
        #expect(await second.value == nil)
        #expect(bench.sent("b") == ["sk_5", "sk_6"])
    }

    @Test("The refused token itself is no other one, and is not sent again")
    func same() async throws {
        let bench = RotationBench()
        let call = await bench.start("a", with: bench.client)
        bench.answer("a", 401, 200)
        bench.answers.send("sk_0")
        #expect(await call.value == .unauthorized)
        #expect(bench.sent("a") == ["sk_0"])
    }
}
