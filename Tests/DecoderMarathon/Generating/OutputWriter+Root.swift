/// The document down to its chunks, and what stands beside them.
extension OutputWriter {
    mutating func root() {
        guard random.happens(250) else { return output() }
        object([
            ("object", { $0.put("\"parse_run\"") }), ("id", { $0.string() }), ("status", { $0.word(["PROCESSED"]) }),
            ("batchId", { $0.string() }), ("file", { $0.file() }), ("failureReason", { $0.word(["OTHER", ""]) }),
            ("failureMessage", { $0.string() }), ("metadata", { $0.freeMetadata() }), ("output", { $0.output() }),
            ("outputUrl", { $0.string() }), ("metrics", { $0.metrics() }), ("config", { $0.config() }),
            ("usage", { $0.usage() }),
        ])
    }

    private mutating func output() {
        // The chunks are nearly always there, or else nothing else matters.
        var members: [Member] = [("ocr", { $0.ocr() }), ("metadata", { $0.outputMetadata() })]
        members.append(("chunks", { $0.array($0.random.below(4)) { $0.chunk() } }))
        if taste.isOrdered { members.reverse() }
        object(members)
    }

    private mutating func chunk() {
        object([
            ("object", { $0.put("\"chunk\"") }), ("type", { $0.word(["page", "document", "section", "other"]) }),
            ("content", { $0.string() }), ("metadata", { $0.chunkMetadata() }),
            ("blocks", { $0.blocks(generations: $0.taste.generations) }),
        ])
    }

    private mutating func chunkMetadata() {
        object([
            ("pageRange", { $0.object([("start", { $0.whole() }), ("end", { $0.whole() })]) }),
            ("minOcrConfidence", { $0.number() }), ("avgOcrConfidence", { $0.number() }),
        ])
    }

    private mutating func outputMetadata() {
        object([
            ("originalMimeType", { $0.string() }), ("finalMimeType", { $0.string() }),
            ("pages", { $0.array($0.random.below(3)) { $0.page() } }),
        ])
    }

    private mutating func page() {
        object([
            ("number", { $0.whole() }), ("rotationApplied", { $0.whole() }), ("originalPageWidth", { $0.number() }),
            ("originalPageHeight", { $0.number() }), ("dpi", { $0.number() }),
        ])
    }

    private mutating func ocr() {
        object([
            ("words", { $0.array($0.random.below(4)) { $0.reading([("rotation", { $0.number() })]) } }),
            ("lines", { $0.array($0.random.below(3)) { $0.reading([]) } }),
        ])
    }

    private mutating func reading(_ more: [Member]) {
        object(
            [
                ("content", { $0.string() }), ("boundingBox", { $0.boundingBox() }), ("confidence", { $0.number() }),
                ("pageNumber", { $0.whole() }), ("blockId", { $0.string() }),
            ] + more
        )
    }
}
