import ParseModels

extension ParseConfig: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "target": target = try reader.readOptionalWire()
            case "engine": engine = try reader.readOptionalWire()
            case "engineVersion": engineVersion = try reader.readOptionalString()
            case "chunkingStrategy": chunkingStrategy = try reader.readOptional()
            case "blockOptions": blockOptions = try reader.readOptional()
            case "advancedOptions": advancedOptions = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension ChunkingStrategy: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "type": type = try reader.readOptionalWire()
            case "options": options = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension ChunkingOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "minCharacters": minCharacters = try reader.readOptionalInt()
            case "maxCharacters": maxCharacters = try reader.readOptionalInt()
            default: try reader.skipValue()
            }
        }
    }
}
