/// The limits on what is under way.
extension DocumentWalker {
    /// The offset that what is under way must have ended at: the element, or the document.
    var limit: Int64 { min(limits.totalBytes, elementLimit) }

    /// The fault of what has not ended there.
    var limitFault: JSONFault {
        guard elementLimit > limits.totalBytes else {
            return .limit("elementBytes", of: Int64(limits.elementBytes), exceededBy: "An element", at: elementLimit)
        }
        return .limit("totalBytes", of: limits.totalBytes, exceededBy: "The document", at: limits.totalBytes)
    }

    var elementLimit: Int64 { element.map { $0.start + Int64(limits.elementBytes) } ?? .max }

    /// The offset not to go beyond.
    ///
    /// Of an element one byte more than its limit is looked at, as `SyntaxScanner` does for tokens.
    var stop: Int64 { elementLimit < limits.totalBytes ? elementLimit + 1 : limits.totalBytes }

    func checkLimits(at position: Int64, end: Int64) throws(JSONFault) {
        if position >= limit, end > limit { throw limitFault }
    }
}
