@testable import ParseOutput

/// Whether an object has two members with one name, of which JSONDecoder takes the first.
enum RepeatedMembers {
    static func areIn(_ bytes: [UInt8]) -> Bool {
        InputBuffer(bytes, at: 0).withBytes { bytes in
            var reader = JSONReader(bytes, limits: .standard)
            reader.skipSpace()
            return (try? areIn(&reader)) ?? false
        }
    }

    private static func areIn(_ reader: inout JSONReader) throws(JSONFault) -> Bool {
        var found = false
        switch try reader.peekKind() {
        case .object:
            var names: Set<String> = []
            var object = try reader.beginObject()
            while let name = try reader.nextName(in: &object) {
                found = !names.insert(name).inserted || found
                found = try areIn(&reader) || found
            }
        case .array:
            var array = try reader.beginArray()
            while try reader.nextElement(in: &array) { found = try areIn(&reader) || found }
        default: try reader.skipValue()
        }
        return found
    }
}
