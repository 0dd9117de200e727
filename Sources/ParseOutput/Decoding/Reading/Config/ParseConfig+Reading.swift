import ParseModels

extension ParseConfig: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("target", in: &cursor) { target = try reader.readOptionalWire() }
            if reader.takes("engine", in: &cursor) { engine = try reader.readOptionalWire() }
            if reader.takes("engineVersion", in: &cursor) { engineVersion = try reader.readOptionalString() }
            if reader.takes("chunkingStrategy", in: &cursor) { chunkingStrategy = try reader.readOptional() }
            if reader.takes("blockOptions", in: &cursor) { blockOptions = try reader.readOptional() }
            if reader.takes("advancedOptions", in: &cursor) { advancedOptions = try reader.readOptional() }
        } while try reader.continues(&cursor)
    }
}

extension ChunkingStrategy: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("type", in: &cursor) { type = try reader.readOptionalWire() }
            if reader.takes("options", in: &cursor) { options = try reader.readOptional() }
        } while try reader.continues(&cursor)
    }
}

extension ChunkingOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("minCharacters", in: &cursor) { minCharacters = try reader.readOptionalInt() }
            if reader.takes("maxCharacters", in: &cursor) { maxCharacters = try reader.readOptionalInt() }
        } while try reader.continues(&cursor)
    }
}
