import ParseOutput

/// A decoder against the checker, which knows what is JSON, and where a document stops being any.
extension Comparison {
    func check<Element>(
        _ reading: Reading<Element>,
        against verdict: Result<StrictValue, StrictFault>,
        _ name: String
    ) throws(Failure) {
        switch (reading.error, verdict) {
        case (nil, .success):
            return
        case (nil, .failure(let fault)):
            throw failure("\(name) takes what is not JSON", (name, reading.mark), ("checker", "\(fault)"))
        case (let error?, .failure(let fault)):
            if Self.code(of: fault) == error.code, Int64(fault.offset) == error.byteOffset { return }
            guard error.byteOffset < Int64(fault.offset), isExplained(error, nil) else {
                throw failure("\(name) and the checker differ", (name, reading.mark), ("checker", "\(fault)"))
            }
        case (let error?, .success(let document)):
            guard isExplained(error, document) else {
                throw failure("\(name) refuses what is JSON", (name, reading.mark), ("checker", "well-formed"))
            }
        }
    }

    private static func code(of fault: StrictFault) -> OutputDecodingError.Code {
        switch fault.reason {
        case .malformed: .malformed
        case .truncated: .truncated
        case .invalidUTF8: .invalidUTF8
        case .loneSurrogate: .loneSurrogate
        case .tooDeep: .limitExceeded
        }
    }

    /// Whether an error is no matter of syntax, and says rightly where it lies.
    ///
    /// - Parameter document: the document, `nil` where it is not well-formed behind the error.
    private func isExplained(_ error: OutputDecodingError, _ document: StrictValue?) -> Bool {
        let path = StrictChecker.path(to: Int(error.byteOffset), in: bytes)
        switch error.code {
        case .notAnOutput:
            guard error.path.isEmpty, error.chunkIndex == nil else { return false }
            if let document, document.isObject { return error.byteOffset == Int64(bytes.count) }
            return path == []
        case .typeMismatch, .missingMember, .numberOutOfRange, .malformed:
            guard let path else { return false }
            return error.path == Self.text(of: path) && error.chunkIndex == Self.chunk(in: path)
        default:
            return false
        }
    }

    private static func text(of path: [String]) -> String {
        path.reduce("") { $0.isEmpty || $1.hasPrefix("[") ? $0 + $1 : "\($0).\($1)" }
    }

    private static func chunk(in path: [String]) -> Int? {
        let path = path.first == "output" ? path.dropFirst() : path[...]
        guard path.count > 1, path.first == "chunks" else { return nil }
        return Int(path[path.startIndex + 1].dropFirst().dropLast())
    }
}
