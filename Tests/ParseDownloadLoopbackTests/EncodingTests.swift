import LoopbackServer
import ParseOutput
import Testing

@Suite("Encoded documents that break off, on this machine", .timeLimit(.minutes(2)))
struct EncodingTests {
    private static let object = StoredObject(count: 200_000).compressed
    private let object = EncodingTests.object
    private let offset = 120_000

    /// A transport that is asked for a window first learns from it that there are none.
    private func answers(on adapter: Adapter, _ answers: StorageBench.Answer...) -> [StorageBench.Answer] {
        let object = object
        return (adapter.isWindowed ? [{ object.answer(to: $0) }] : []) + answers
    }

    @Test(
        "E7 What is encoded is gone on with at an encoded byte",
        arguments: Adapter.allCases.filter { !$0.isDecompressing })
    func e7_resumed(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            object, on: adapter,
            answers: answers(on: adapter, { object.answer(to: $0, until: offset, then: .close) }))
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == [bench.opening(), bench.resuming(at: offset)])
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 4_096))
    }

    @Test(
        "E8 Where the transport decodes, what was handed out is read again and compared",
        arguments: Adapter.allCases.filter(\.isDecompressing))
    func e8_compared(on adapter: Adapter) async throws {
        let bench = try StorageBench(
            object, on: adapter,
            answers: answers(on: adapter, { object.answer(to: $0, until: offset, then: .close) }))
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == (adapter.isWindowed ? [bench.opening()] : []) + ["url1", "url1"])
        #expect(outcome.report.resumes == 1)
        #expect(outcome.report.deliveredBytes == Int64(object.content.count))
        #expect(outcome.report.wireBytes > Int64(object.content.count))
    }

    @Test(
        "E8 Other bytes under the same tag are found out, however far back",
        arguments: Adapter.allCases.filter(\.isDecompressing))
    func e8_otherBytes(on adapter: Adapter) async throws {
        var other = StoredObject(count: 200_000)
        other.content[100] ^= 1
        other = other.compressed
        let bench = try StorageBench(
            object, on: adapter,
            answers: answers(
                on: adapter, { object.answer(to: $0, until: offset, then: .close) },
                { [other] in other.answer(to: $0) }))
        let outcome = await bench.run()
        #expect(outcome.error?.code == .outputChanged)
        #expect(outcome.report.deliveredBytes > 0)
        #expect(outcome.error?.bytesDelivered == outcome.report.deliveredBytes)
    }
}
