import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A recording holds no secret")
struct RecordingSecrecyTests {
    /// What must be found nowhere, in any form.
    private static let secrets = [
        RecordedSession.token, "sk_live_5ecret", "5ecret%2Fkey", "5ecret\\/key", RecordedSession.workspace,
        "9aHidden", "hidden-phrase", "sk_live_5ecret:pw", "idden-phrase", "5161ed", "AWS4-HMAC-SHA256", "5essionCookie",
    ]

    private func expectNoSecret(_ text: String) {
        for secret in Self.secrets { #expect(!text.contains(secret), "\(secret) is in it") }
    }

    @Test("The bytes of a session's file, with its faults and renewals, hold none")
    func session() async throws {
        let scenario = ParseScenario()
            .failing(.expiredURL, atDownload: 1)
            .failing(
                .fault(TransportError(.connectionBroken, phase: .awaitingResponse, message: "hidden-phrase")), atCall: 1
            )
            .failing(
                .body(#"{"echo":"Bearer \#(RecordedSession.token)","ws":"\#(RecordedSession.workspace)"}"#), atCall: 2)
        let session = try await RecordedSession(scenario)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).parserecording")
        defer { try? FileManager.default.removeItem(at: file) }
        try session.recording.write(to: file.path)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text.contains("X-Amz-Signature=redacted") && text.contains("Authorization: redacted"))
        expectNoSecret(text)
        var dumped = ""
        dump(session.recording, to: &dumped)
        expectNoSecret(dumped)
    }

    @Test(
        "Bodies of every kind lose them, escaped, encoded, cut or compressed",
        arguments: [
            #"{"outputUrl":"https:\/\/s.example\/o?X-Amz-Signature=5161ed\u0026X-Amz-Algorithm=AWS4-HMAC-SHA256"}"#,
            #"{"text":"see ![image](https://s.example/i.png?X-Amz-Signature=5161ed) and hidden-phrase"}"#,
            #"{"key":"sk_live_5ecret\/key+for=tests","k":"\u0073k_live_5ecret/key+for=tests"}"#,
            #"{"ws":"https://s.example/ws_9aHiddenWorkspace/o.json","key":"sk_live_5ecret%2Fkey%2Bfor%3Dtests"}"#,
            #"{"cut":"https://s.example/o?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=5161ed"#,
            "X-Amz-Signature=5161ed&X-Amz-Algorithm=AWS4-HMAC-SHA256\n",
            "<Error><Resource>/o?X-Amz-Signature=5161ed</Resource><Id>ws_9aHiddenWorkspace</Id></Error>",
            "https://sk_live_5ecret:pw@s.example/a?next=https%3A%2F%2Fs.example%2F%3FX-Amz-Signature%3D5161ed",
            "\u{1}\u{2}hidden-phrase\r\n",
            "https://s.example/o?5161ed {", #"{"a":"https://s.example/o?5161ed"}"#,
            #"{"a":"https://s.example/ws_9aHiddenWorkspace/o.json","b":"https://s.example/r%3Fsig%3D5161ed"}"#,
            #"{"a":"sk_live_5ecret%2fkey%2bfor%3dtests","b":"sk_live_5ecret%2Fkey+for=tests"}"#,
            #"{"a":"https%253A%252F%252Fs.example%252F%253Fkey%253Dsk_live_5ecret%25252Fkey%252Bfor%253Dtests"}"#,
            #"{"cookie":"5essionCookie"}"#,
            "workspace ws_9aHiddenOther of /workspaces/ws_9aHiddenOther is closed",
            #"{"nested":"{\"url\":\"https:\\/\\/sk_live_5ecret:pw@s.example\\/p\"}"}"#,
            "https://s.example/#access_token=5161ed and https://s.example/p;sig=5161ed",
            #"{"a":"x\q","b":"\u0068idden-phrase"}"#, "{\"a\":\"x\\\ny\",\"b\":\"hidden-phrase\"}",
        ])
    func bodies(_ text: String) async throws {
        let answers = [
            MockExchange(
                answer: .response(
                    status: 500, headers: ["Set-Cookie": "id=5essionCookie; Path=/"], body: .bytes(text.utf8))),
            MockExchange(answer: .response(status: 200, headers: ["ETag": "\"1\""], body: .bytes(text.utf8))),
            MockExchange(answer: .response(status: 403, body: .bytes([0xFF] + Array(text.utf8)))),
        ]
        let recorder = RecordingTransport(MockTransport(answers), hiding: ["hidden-phrase"])
        let api = try #require(URL(string: "https://api.extend.ai/parse_runs/pr_1"))
        let storage = try #require(
            URL(string: "https://s.example/\(RecordedSession.workspace)/o?X-Amz-Signature=5161ed"))
        let key: HeaderFields = [
            "Authorization": "Bearer \(RecordedSession.token)", "x-extend-workspace-id": RecordedSession.workspace,
            "Cookie": "hidden-phrase",
        ]
        for request in [
            TransportRequest(url: api, headers: key), TransportRequest(url: storage), TransportRequest(url: storage),
        ] {
            _ = try await recorder.send(request).body.collect(upTo: 10_000)
        }
        let recording = try recorder.recording
        expectNoSecret(recording.text)
        // What is kept in base 64 hides nothing either.
        for exchange in recording.exchanges {
            if case .bytes(let bytes) = exchange.body { expectNoSecret(String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(try ParseRecording(parsing: recording.text) == recording)
    }

    @Test("Neither do the recorder, which still knows them, nor what a replay says")
    func descriptions() async throws {
        let api = SimulatedParseAPI(
            ParseScenario().token(RecordedSession.token).run(SimulatedRun("pr_1").processed(.pages(1))))
        let recorder = RecordingTransport(api)
        _ = try await ParseClient(token: RecordedSession.token, transport: recorder).output(of: "pr_1")
        var dumped = "\(recorder)"
        dump(recorder, to: &dumped)
        expectNoSecret(dumped)
        let replay = ReplayTransport(try recorder.recording)
        let url = try #require(URL(string: "https://s.example/\(RecordedSession.workspace)?X-Amz-Signature=5161ed"))
        let error = await #expect(throws: TransportError.self) { try await replay.send(TransportRequest(url: url)) }
        dump(replay, to: &dumped)
        #expect(error?.kind == .unexpectedRequest)
        let messages = [
            "\(try #require(error))",
            "\(String(describing: #expect(throws: MockScriptError.self) { try replay.verify() }))",
        ]
        for message in messages { #expect(!message.contains("5161ed")) }
    }
}
