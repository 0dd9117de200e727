import ParseModels

extension FileSummary: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var id: String?
        // What must be there is put in at the end, when it is known that it is.
        self.init(id: "")
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("id", in: &cursor) { id = try reader.readString() }
            if reader.takes("name", in: &cursor) { name = try reader.readOptionalString() }
            if reader.takes("type", in: &cursor) { type = try reader.readOptionalWire() }
            if reader.takes("parentFileId", in: &cursor) { parentFileID = try reader.readOptionalString() }
            if reader.takes("metadata", in: &cursor) { metadata = try reader.readOptional() }
            if reader.takes("createdAt", in: &cursor) { createdAt = try reader.readOptionalDate() }
            if reader.takes("updatedAt", in: &cursor) { updatedAt = try reader.readOptionalDate() }
        } while try reader.continues(&cursor)
        guard let id else { throw reader.missing("id", of: cursor) }
        self.id = id
    }
}

extension FileMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("pageCount", in: &cursor) { pageCount = try reader.readOptionalDouble() }
            if reader.takes("parentSplit", in: &cursor) { parentSplit = try reader.readOptional() }
        } while try reader.continues(&cursor)
    }
}

extension ParentSplit: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("id", in: &cursor) { id = try reader.readOptionalString() }
            if reader.takes("type", in: &cursor) { type = try reader.readOptionalString() }
            if reader.takes("identifier", in: &cursor) { identifier = try reader.readOptionalString() }
            if reader.takes("startPage", in: &cursor) { startPage = try reader.readOptionalInt() }
            if reader.takes("endPage", in: &cursor) { endPage = try reader.readOptionalInt() }
        } while try reader.continues(&cursor)
    }
}
