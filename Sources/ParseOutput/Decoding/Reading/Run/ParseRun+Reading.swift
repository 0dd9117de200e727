import ParseModels

extension ParseRun: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var id: String?
        var status: Status?
        // The two that must be there are put in at the end, when it is known that they are.
        self.init(id: "", status: Status(rawValue: ""))
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("id", in: &cursor) { id = try reader.readString() }
            if reader.takes("status", in: &cursor) { status = Status(rawValue: try reader.readString()) }
            if reader.takes("batchId", in: &cursor) { batchID = try reader.readOptionalString() }
            if reader.takes("file", in: &cursor) { file = try reader.readOptional() }
            if reader.takes("failureReason", in: &cursor) { failureReason = try reader.readOptionalWire() }
            if reader.takes("failureMessage", in: &cursor) { failureMessage = try reader.readOptionalString() }
            if reader.takes("metadata", in: &cursor) { metadata = try reader.readOptional() }
            if reader.takes("output", in: &cursor) { output = try reader.readOptional() }
            if reader.takes("outputUrl", in: &cursor) {
                outputURL = try reader.readOptionalString().map(PresignedURL.init(rawValue:))
            }
            if reader.takes("metrics", in: &cursor) { metrics = try reader.readOptional() }
            if reader.takes("config", in: &cursor) { config = try reader.readOptional() }
            if reader.takes("usage", in: &cursor) { usage = try reader.readOptional() }
        } while try reader.continues(&cursor)
        guard let id else { throw reader.missing("id", of: cursor) }
        guard let status else { throw reader.missing("status", of: cursor) }
        self.id = id
        self.status = status
    }
}

extension RunMetrics: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("processingTimeMs", in: &cursor) {
                processingTimeMilliseconds = try reader.readOptionalDouble()
            }
            if reader.takes("pageCount", in: &cursor) { pageCount = try reader.readOptionalDouble() }
        } while try reader.continues(&cursor)
    }
}
