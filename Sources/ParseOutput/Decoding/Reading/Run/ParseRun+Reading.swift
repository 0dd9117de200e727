import ParseModels

extension ParseRun: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var id: String?
        var status: Status?
        // The two that must be there are put in at the end, when it is known that they are.
        self.init(id: "", status: Status(rawValue: ""))
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "id": id = try reader.readString()
            case "status": status = Status(rawValue: try reader.readString())
            case "batchId": batchID = try reader.readOptionalString()
            case "file": file = try reader.readOptional()
            case "failureReason": failureReason = try reader.readOptionalWire()
            case "failureMessage": failureMessage = try reader.readOptionalString()
            case "metadata": metadata = try reader.readOptional()
            case "output": output = try reader.readOptional()
            case "outputUrl": outputURL = try reader.readOptionalString().map(PresignedURL.init(rawValue:))
            case "metrics": metrics = try reader.readOptional()
            case "config": config = try reader.readOptional()
            case "usage": usage = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
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
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "processingTimeMs": processingTimeMilliseconds = try reader.readOptionalDouble()
            case "pageCount": pageCount = try reader.readOptionalDouble()
            default: try reader.skipValue()
            }
        }
    }
}
