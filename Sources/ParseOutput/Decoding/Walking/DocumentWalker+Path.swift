/// Where the walker stands, in the document's own terms; spelled out only for errors.
extension DocumentWalker {
    /// The path down to the innermost value the walker knows of.
    var path: DocumentPath {
        var path = DocumentPath()
        for (level, frame) in frames.enumerated() {
            let isNext = level == frames.count - 1 && syntax.isBeforeWatchedValue
            guard frame.isInValue || isNext else { continue }
            if frame.place.isArray {
                path.append(index: frame.isInValue ? frame.index : frame.index + 1)
            } else {
                path.append(member: (frame.isInValue ? frame.key : syntax.key).display)
            }
        }
        return path
    }

    /// The index of the chunk the walker stands in, `nil` for none.
    var chunkIndex: Int? {
        guard let level = frames.lastIndex(where: { $0.place == .chunks }) else { return nil }
        let frame = frames[level]
        if frame.isInValue { return frame.index }
        return level == frames.count - 1 && syntax.isBeforeWatchedValue ? frame.index + 1 : nil
    }
}

/// What the walker knows about the document as a whole.
extension DocumentWalker {
    /// Whether the innermost frame is the root.
    var isAtRoot: Bool { frames.count == 1 }

    /// Why a complete document holds no chunks.
    var reasonForNoOutput: String {
        switch (chunks, output) {
        case (.null, _): "The member 'chunks' is null."
        case (_, .present): "The run's output has no member 'chunks'."
        case (_, .null): "The run's output is null: it is not processed, or was asked for with a URL."
        default: "The document has neither a member 'chunks' nor a member 'output'."
        }
    }
}
