import Foundation
import Testing

@testable import ParseOutput

@Suite("A file under way")
struct PartialFileTests {
    private let folder = TemporaryFolder()

    private func write(_ text: String, to name: String) throws {
        _ = try ResumableDownload.save(Array(text.utf8), to: folder.path(name))
    }

    @Test("What is here already is saved as well")
    func whole() throws {
        try write("a", to: "f")
        try write("bc", to: "f")
        #expect(folder.contents(of: "f") == Array("bc".utf8))
        #expect(folder.names == ["f"])
    }

    @Test("Two cannot write the same file at a time, and the first is none the worse for it")
    func locked() throws {
        let first = try PartialFile(for: folder.path("f"))
        try first.append(Array("first".utf8)[...])
        let error = #expect(throws: DownloadError.self) { try PartialFile(for: folder.path("f")) }
        #expect(error?.code == .writeFailed)
        #expect(error?.message.contains("f.part") == true)
        // Under another name it can be.
        try write("second", to: "g")
        try first.commit()
        #expect(folder.contents(of: "f") == Array("first".utf8))
        try write("third", to: "f")
        #expect(folder.contents(of: "f") == Array("third".utf8))
        #expect(folder.names == ["f", "g"])
    }

    @Test("Of many who begin at once one writes, and no file is ever a mixture")
    func race() async throws {
        let path = folder.path("f")
        let written = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let content = [UInt8](repeating: UInt8(number), count: 10_000)
                    return (try? ResumableDownload.save(content, to: path)) == nil ? nil : number
                }
            }
            return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
        }
        #expect(!written.isEmpty)
        let contents = try #require(folder.contents(of: "f"))
        let number = try #require(contents.first.map(Int.init))
        #expect(contents == [UInt8](repeating: UInt8(number), count: 10_000))
        #expect(written.contains(number))
        #expect(folder.names == ["f"])
    }

    @Test(
        "A link in the place of the file under way is not followed, wherever it leads", arguments: ["victim", "none"])
    func link(name: String) throws {
        try folder.write("victim", to: "victim")
        try FileManager.default.createSymbolicLink(at: folder.url("f.part"), withDestinationURL: folder.url(name))
        #expect(throws: DownloadError.self) { try write("new", to: "f") }
        #expect(folder.contents(of: "victim") == Array("victim".utf8))
        #expect(folder.names == ["f.part", "victim"])
    }

    @Test("A link in the place of the file itself is replaced, and what it leads to stays as it is")
    func targetLink() throws {
        try folder.write("victim", to: "victim")
        try FileManager.default.createSymbolicLink(at: folder.url("f"), withDestinationURL: folder.url("victim"))
        try write("new", to: "f")
        #expect(folder.contents(of: "f") == Array("new".utf8))
        #expect(folder.contents(of: "victim") == Array("victim".utf8))
    }

    @Test("What is no file's path is refused", arguments: ["", "/", "folder/", "folder", "a\0b", "none/f"])
    func noFile(name: String) throws {
        try FileManager.default.createDirectory(at: folder.url("folder"), withIntermediateDirectories: true)
        let path = name.isEmpty ? "" : folder.path("") + "/" + name
        let error = #expect(throws: DownloadError.self) { try ResumableDownload.save([1], to: path) }
        #expect(error?.code == .writeFailed)
        #expect(folder.names == ["folder"])
    }

    @Test("A URL names a file only as a file URL, and is shown without its query")
    func url() throws {
        #expect(try ResumableDownload.path(of: folder.url("a b.json")) == folder.path("a b.json"))
        let web = try #require(URL(string: "https://storage.example/o?X-Amz-Signature=topsecret"))
        let error = #expect(throws: DownloadError.self) { try ResumableDownload.path(of: web) }
        #expect(error?.code == .writeFailed)
        #expect(error?.message.contains("topsecret") == false)
    }
}
