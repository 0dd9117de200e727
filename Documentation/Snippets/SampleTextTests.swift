import Testing

@Suite("The samples of the README and the guides")
struct SampleTextTests {
    @Test("Every block of Swift in a text is one that is compiled here, line by line")
    func printed() throws {
        let compiled = try SampleText.compiled()
        var count = 0
        for (path, text) in try SampleText.texts() {
            for fence in SampleText.fences(in: text, of: path) {
                let place = "\(fence.file):\(fence.line)"
                // A manifest is not compiled here: the package of an application that is made elsewhere has one like it.
                guard let mark = fence.mark, mark != "manifest" else {
                    #expect(fence.mark == "manifest", "\(place) is no sample: put `<!-- sample: NAME -->` before it")
                    continue
                }
                let name = mark.hasPrefix("sample: ") ? String(mark.dropFirst(8)) : mark
                #expect(fence.lines == compiled[name], "\(place), sample \(name)")
                count += 1
            }
        }
        #expect(count > 30)
    }

    @Test("No sample is compiled that no text prints")
    func used() throws {
        let marks = try SampleText.texts().flatMap { SampleText.fences(in: $0.text, of: $0.path) }.compactMap(\.mark)
        for name in try SampleText.compiled().keys { #expect(marks.contains("sample: \(name)"), "\(name)") }
    }
}
