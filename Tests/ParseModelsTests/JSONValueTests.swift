import Foundation
import ParseModels
import Testing

@Suite("Any JSON")
struct JSONValueTests {
    @Test("Every kind is read, written and described")
    func kinds() throws {
        let json = #"{"a":[null,true,1,-9223372036854775808,1e300,0.5,"x\"y"],"b":{}}"#
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        #expect(value == ["a": [nil, true, 1, .integer(.min), .number(1e300), 0.5, "x\"y"], "b": [:]])
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
        #expect(value.description == #"{"a": [null, true, 1, -9223372036854775808, 1e+300, 0.5, "x\"y"], "b": {}}"#)
    }

    @Test("What is there is found, and what is not is nil")
    func access() {
        let value: JSONValue = ["a": [1, "two", 2.5, true]]
        #expect(value["a"]?[0]?.numberValue == 1 && value["a"]?[1]?.stringValue == "two")
        #expect(value["a"]?[2]?.numberValue == 2.5 && value["a"]?[3]?.boolValue == true)
        #expect(value["b"] == nil && value["a"]?[4] == nil && value["a"]?[-1] == nil && value[0] == nil)
        #expect(value.objectValue?.keys.sorted() == ["a"] && value["a"]?.arrayValue?.count == 4)
        #expect(JSONValue.null.stringValue == nil && JSONValue.null.numberValue == nil)
    }
}
