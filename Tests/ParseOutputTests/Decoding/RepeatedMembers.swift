@testable import ParseOutput

/// Whether an object has two members with one name, of which JSONDecoder takes the first.
enum RepeatedMembers {
    static func areIn(_ bytes: [UInt8]) -> Bool {
        var reader = JSONReader(bytes, range: 0..<bytes.count, depthLimit: 128)
        return (try? areIn(&reader)) ?? false
    }

    private static func areIn(_ reader: inout JSONReader) throws(JSONFault) -> Bool {
        var found = false
        switch try reader.peekKind() {
        case .object:
            var names: Set<String> = []
            try reader.beginObject()
            while let name = try reader.nextName() {
                found = !names.insert(name).inserted || found
                found = try areIn(&reader) || found
            }
        case .array:
            try reader.beginArray()
            while try reader.nextElement() { found = try areIn(&reader) || found }
        default: try reader.skipValue()
        }
        return found
    }
}
