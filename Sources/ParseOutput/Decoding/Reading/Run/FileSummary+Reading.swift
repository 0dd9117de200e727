import ParseModels

extension FileSummary: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var id: String?
        // What must be there is put in at the end, when it is known that it is.
        self.init(id: "")
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "id": id = try reader.readString()
            case "name": name = try reader.readOptionalString()
            case "type": type = try reader.readOptionalWire()
            case "parentFileId": parentFileID = try reader.readOptionalString()
            case "metadata": metadata = try reader.readOptional()
            case "createdAt": createdAt = try reader.readOptionalDate()
            case "updatedAt": updatedAt = try reader.readOptionalDate()
            default: try reader.skipValue()
            }
        }
        guard let id else { throw reader.missing("id", of: cursor) }
        self.id = id
    }
}

extension FileMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "pageCount": pageCount = try reader.readOptionalDouble()
            case "parentSplit": parentSplit = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension ParentSplit: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "id": id = try reader.readOptionalString()
            case "type": type = try reader.readOptionalString()
            case "identifier": identifier = try reader.readOptionalString()
            case "startPage": startPage = try reader.readOptionalInt()
            case "endPage": endPage = try reader.readOptionalInt()
            default: try reader.skipValue()
            }
        }
    }
}
