import ParseModels
import ParseOutput
import Testing

@Suite("Decoding a sequence of pieces")
struct DecodedElementsTests {
    struct Broken: Error, Equatable {}

    /// The pieces of a document, and an error behind them where one is wanted.
    struct Pieces: AsyncSequence, Sendable {
        var text: String
        var length = 7
        var error: Broken?

        struct AsyncIterator: AsyncIteratorProtocol {
            var rest: ArraySlice<UInt8>
            let length: Int
            let error: Broken?

            mutating func next() async throws -> ArraySlice<UInt8>? {
                if rest.isEmpty, let error { throw error }
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(length) }
                return rest.prefix(length)
            }
        }

        func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(rest: Array(text.utf8)[...], length: length, error: error)
        }
    }

    @Test("The elements come as they become complete, in every pass", arguments: [1, 7, 10_000])
    func elements(length: Int) async throws {
        let pieces = Pieces(text: DecodingFixtures.reversed, length: length)
        let expected = ChunkDecoder().outcome(of: DecodingFixtures.reversed).elements
        let sequence = pieces.decoded(by: ChunkDecoder())
        for _ in 0..<2 {
            var chunks: [Chunk] = []
            for try await chunk in sequence { chunks.append(chunk) }
            #expect(chunks == expected)
        }
    }

    @Test("Every complete element comes before the pieces' error")
    func baseError() async {
        let text = #"{"chunks":[{"content":"a"},{"content":"b"},{"con"#
        for length in [1, 1_000] {
            let pieces = Pieces(text: text, length: length, error: Broken())
            var contents: [String] = []
            await #expect(throws: Broken()) {
                for try await chunk in pieces.decoded(by: ChunkDecoder()) { contents.append(chunk.content) }
            }
            #expect(contents == ["a", "b"])
        }
    }

    @Test("A fault and a document cut short are thrown behind the elements before them")
    func faults() async {
        for (document, code) in [
            (DecodingFixtures.faulty, OutputDecodingError.Code.malformed), (DecodingFixtures.cutShort, .truncated),
            ("{}", .notAnOutput),
        ] {
            var count = 0
            let error = await #expect(throws: OutputDecodingError.self) {
                for try await _ in Pieces(text: document).decoded(by: ChunkDecoder()) { count += 1 }
            }
            #expect(error == ChunkDecoder().outcome(of: document).error)
            #expect(error?.code == code)
            #expect(count == ChunkDecoder().outcome(of: document).elements.count)
        }
    }

    @Test("After its end or an error there is nothing more")
    func afterwards() async throws {
        var ended = Pieces(text: DecodingFixtures.minimal).decoded(by: BlockDecoder()).makeAsyncIterator()
        #expect(try await ended.next() == nil)
        #expect(try await ended.next() == nil)
        var failed = Pieces(text: "x").decoded(by: BlockDecoder()).makeAsyncIterator()
        await #expect(throws: OutputDecodingError.self) { try await failed.next() }
        #expect(try await failed.next() == nil)
    }

    @Test("The iterator shows its decoder, and with it the metadata")
    func metadata() async throws {
        var iterator = Pieces(text: DecodingFixtures.output).decoded(by: ChunkDecoder()).makeAsyncIterator()
        while try await iterator.next() != nil {}
        #expect(iterator.decoder.metadata?.originalMIMEType == "application/pdf")
        #expect(iterator.decoder.chunkCount == 1)
    }

    @Test("Cancellation is noticed between elements that came in one piece")
    func cancellation() async {
        let task = Task {
            var contents: [String] = []
            do {
                let text = #"{"chunks":[{"content":"a"},{"content":"b"}]}"#
                for try await chunk in Pieces(text: text, length: 1_000).decoded(by: ChunkDecoder()) {
                    contents.append(chunk.content)
                    withUnsafeCurrentTask { unsafe $0?.cancel() }
                }
            } catch {
                #expect(error is CancellationError)
            }
            return contents
        }
        #expect(await task.value == ["a"])
    }
}
