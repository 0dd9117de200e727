import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("The file of a recording")
struct RecordingFormatTests {
    private static let text = """
        extend-parse recording 1

        # An invented run.

        > GET https://api.extend.ai/parse_runs/pr_1?responseType=url
        > Authorization: redacted
        < 200
        < Content-Type: application/json
        {
          "id":"pr_1",
          "outputUrl":"https://s.example/o.json?X-Amz-Signature=redacted",
          "status":"PROCESSED"
        }

        > GET https://s.example/o.json?X-Amz-Signature=redacted
        < 503
        | <Error>
        |
        | </Error>

        > GET https://s.example/o.json?X-Amz-Signature=redacted
        ! timedOut awaitingResponse 0 The peer was silent.

        > GET https://s.example/o.json?X-Amz-Signature=redacted
        < 200
        @ document 1

        document 1 https://s.example/o.json?X-Amz-Signature=redacted
        < ETag: "1"
        {
          "chunks":[
            {
              "id":"c1",
              "type":"page",
              "content":"one",
              "metadata":{"pageRange":{"start":1,"end":1}},
              "blocks":[]
            }
          ]
        }

        """

    @Test("Is read as it is documented")
    func read() throws {
        let recording = try ParseRecording(parsing: Self.text)
        #expect(recording.exchanges.map(\.status) == [200, 503, nil, 200])
        #expect(recording.exchanges.map(\.isStorage) == [false, true, true, true])
        #expect(recording.exchanges[1].body == .bytes(Array("<Error>\n\n</Error>".utf8)))
        #expect(recording.exchanges[2].fault?.description == "timedOut")
        #expect(recording.exchanges[3].body == .document(1))
        let run = try RecordedRun(recording)
        #expect(run.run.id == "pr_1" && run.output?.chunks.map(\.content) == ["one"])
    }

    @Test("Line ends of any kind, a mark of the byte order and remarks change nothing")
    func lineEnds() throws {
        let plain = try ParseRecording(parsing: Self.text)
        let crlf = "\u{FEFF}" + Self.text.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try ParseRecording(parsing: crlf) == plain)
        #expect(try ParseRecording(parsing: plain.text) == plain)
    }

    @Test("A value that is changed by hand needs no other change")
    func handEdited() async throws {
        let edited = Self.text.replacingOccurrences(of: #""content":"one""#, with: #""content":"another text, longer""#)
        let run = try RecordedRun(ParseRecording(parsing: edited))
        let replay = try run.transport().client()
        for client in [replay, try run.client()] {
            var contents: [String] = []
            for try await chunk in client.chunks(of: "pr_1") { contents.append(chunk.content) }
            #expect(contents == ["another text, longer"])
        }
    }

    @Test(
        "What is wrong in it is said with its line",
        arguments: [
            ("extend-parse recording 1", "extend-parse recording 9", 1, "another version"),
            ("extend-parse recording 1", "HTTP/1.1 200 OK", 1, "this is no recording"),
            ("# An invented run.", "An invented run.", 3, "a section begins with"),
            ("> GET https://api.extend.ai/parse_runs/pr_1?responseType=url", "> GET", 5, "an exchange begins with"),
            ("> Authorization: redacted", "> Authorization", 6, "a header field is"),
            ("< 200\n< Content", "< OK\n< Content", 7, "'< ' is followed by the status"),
            (#""id":"pr_1","#, #""id":"pr_1,"#, 10, "a string of the JSON is not closed"),
            (#""status":"PROCESSED""#, #""status":PROCESSED"#, 12, "the run does not decode"),
            ("! timedOut awaitingResponse 0", "! timedOut sometime 0", 22, "a fault is"),
            ("! timedOut awaitingResponse 0 The peer was silent.", "", 21, "neither a status"),
            ("@ document 1", "@ document 2", 24, "there is no document 2"),
            (#""type":"page","#, #""type":7,"#, 34, "the output does not decode at chunks[0].type"),
            (#""blocks":[]"#, #""blocks":[}"#, 37, "the output does not decode"),
            ("document 1 https", "document 3 https", 28, "this one is number 1"),
        ])
    func wrong(_ old: String, _ new: String, _ line: Int, _ words: String) throws {
        try #require(Self.text.contains(old))
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).parserecording")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(Self.text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
        let error = try #require(#expect(throws: RecordingError.self) { try RecordedRun(contentsOf: file.path) })
        #expect(error.line == line && error.message.contains(words), "\(error)")
        #expect(error.description.hasPrefix("\(file.path):\(line): "))
    }

    @Test("A file that is cut anywhere is read or refused, and never a crash")
    func cut() throws {
        var refused = 0
        for count in stride(from: 0, to: Self.text.utf8.count, by: 7) {
            do {
                _ = try RecordedRun(
                    ParseRecording(parsing: String(decoding: Self.text.utf8.prefix(count), as: UTF8.self)))
            } catch {
                #expect(!error.message.isEmpty)
                refused += 1
            }
        }
        #expect(refused > 80)
    }

    @Test("A file that is damaged anywhere is read or refused, and what is read is written so that it is read alike")
    func damaged() throws {
        let random = RandomSource.seeded(17)
        let replacements = Array("{}[]\"\\,:|=>!<@# \n\r\u{0}7xé".utf8)
        var (read, refused) = (0, 0)
        for _ in 0..<1_500 {
            var bytes = Array(Self.text.utf8)
            for _ in 0...Int(random.number(in: 0...3)) {
                let place = min(bytes.count - 1, Int(random.number(in: 0...Double(bytes.count))))
                let other = replacements[
                    min(replacements.count - 1, Int(random.number(in: 0...Double(replacements.count))))]
                switch random.number(in: 0...3) {
                case ..<1: bytes[place] = other
                case ..<2: bytes.remove(at: place)
                default: bytes.insert(other, at: place)
                }
            }
            do throws(RecordingError) {
                let recording = try ParseRecording(parsing: String(decoding: bytes, as: UTF8.self))
                #expect(try ParseRecording(parsing: recording.text) == recording)
                read += 1
                _ = try RecordedRun(recording)
            } catch {
                refused += 1
            }
        }
        #expect(read > 100 && refused > 100)
    }

    @Test("What is recorded is read as it was written", arguments: 1...6)
    func roundTrip(_ seed: Int) async throws {
        let session = try await RecordedSession(
            ParseScenario().failing(.breakBody(after: seed * 700), atDownload: 1), pages: seed)
        let text = session.recording.text
        let read = try ParseRecording(parsing: text)
        #expect(read == session.recording && read.text == text)
        #expect(text.utf8.split(separator: 0x0A).allSatisfy { $0.count < 4_000 })
    }

    @Test("There is no file, or it cannot be written")
    func noFile() throws {
        let missing = #expect(throws: RecordingError.self) { try RecordedRun(contentsOf: "/nowhere/a.parserecording") }
        #expect(missing?.description == "/nowhere/a.parserecording: the file cannot be read")
        let error = #expect(throws: RecordingError.self) { try ParseRecording().write(to: "/nowhere/a.parserecording") }
        #expect(error?.path == "/nowhere/a.parserecording")
    }
}
