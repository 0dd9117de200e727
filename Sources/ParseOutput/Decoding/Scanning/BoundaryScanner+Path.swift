/// Where the scanner stands, in the document's own terms; spelled out only for errors.
extension BoundaryScanner {
    /// The path down to the innermost value the scanner knows of.
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

    /// The index of the chunk the scanner stands in, `nil` for none.
    var chunkIndex: Int? {
        guard let level = frames.lastIndex(where: { $0.place == .chunks }) else { return nil }
        let frame = frames[level]
        if frame.isInValue { return frame.index }
        return level == frames.count - 1 && syntax.isBeforeWatchedValue ? frame.index + 1 : nil
    }
}
