import ParseTransport
import Testing

@Suite("HeaderFields")
struct HeaderFieldsTests {
    @Test("A lookup ignores case and joins what repeats, in order")
    func lookup() {
        let headers: HeaderFields = ["Vary": "A", "X": "1", "vary": "B", "VARY": ""]
        #expect(headers["vArY"] == "A, B, ")
        #expect(headers.values(for: "Vary") == ["A", "B", ""])
        #expect(headers["Y"] == nil)
        #expect(headers.values(for: "Y").isEmpty)
    }

    @Test("The order of the fields is kept, and the names as they were given")
    func order() {
        let headers: HeaderFields = ["b": "1", "A": "2", "B": "3"]
        #expect(headers.map(\.name) == ["b", "A", "B"])
        #expect(headers.count == 3)
        #expect(headers[1] == HeaderField(name: "a", value: "2"))
        #expect(headers.last?.value == "3")
    }

    @Test("Setting replaces every field of the name, setting nil removes them")
    func setting() {
        var headers: HeaderFields = ["X": "1", "Y": "2", "x": "3"]
        headers["x"] = " 4 "
        #expect(headers == ["Y": "2", "x": "4"])
        headers["X"] = nil
        #expect(headers == ["Y": "2"])
        headers["Z"] = nil
        #expect(headers == ["Y": "2"])
    }

    @Test("An empty value is a field, not its absence")
    func emptyValue() {
        let headers: HeaderFields = ["X": ""]
        #expect(headers["X"]?.isEmpty == true)
    }

    @Test("Appending keeps what is there")
    func appending() {
        var headers = HeaderFields([HeaderField(name: "X", value: "1")])
        headers.append(name: "x", value: "2")
        #expect(headers["X"] == "1, 2")
    }

    @Test("Order and repetition tell fields apart, the case of a name does not")
    func equality() {
        let headers: HeaderFields = ["X": "1", "Y": "2"]
        #expect(headers == ["x": "1", "y": "2"])
        #expect(headers.hashValue == (["x": "1", "y": "2"] as HeaderFields).hashValue)
        #expect(headers != ["Y": "2", "X": "1"])
        #expect(headers != ["X": "1", "X": "1", "Y": "2"])
    }

    @Test("Description and dump show the harmless and hide the rest")
    func redaction() {
        let headers: HeaderFields = ["Accept": "application/json", "Authorization": "Bearer topsecret"]
        #expect(headers.description == "[Accept: application/json, Authorization: <redacted>]")
        #expect(!everythingShown(headers).contains("topsecret"))
        #expect(everythingShown(headers).contains("application/json"))
    }
}
