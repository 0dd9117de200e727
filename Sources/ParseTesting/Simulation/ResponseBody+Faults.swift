import ParseTransport

extension ResponseBody {
    /// The same body, to which something happens at one of its bytes.
    ///
    /// - Parameters:
    ///   - fault: what happens, and where.
    ///   - strike: is told when it does.
    ///   - silence: waits for what ends a silence, and fails with it.
    /// - Returns: the body, without an announced length if it is cut.
    func damaged(
        by fault: SimulatedFault.BodyFault,
        strike: @escaping @Sendable () -> Void,
        silence: @escaping @Sendable () async throws(TransportError) -> Void
    ) -> ResponseBody {
        var length = length
        if case .ending = fault { length = nil }
        return ResponseBody(length: length) {
            var pieces = makeAsyncIterator()
            var rest: ArraySlice<UInt8> = []
            var left = Swift.max(0, fault.offset)
            var hasStruck = false
            return { () async throws(TransportError) in
                if left == 0, !hasStruck {
                    switch fault {
                    case .breaking(let count):
                        hasStruck = true
                        strike()
                        throw Self.broken(after: count)
                    case .stalling:
                        hasStruck = true
                        strike()
                        try await silence()
                    case .ending, .corrupting: break
                    }
                }
                if rest.isEmpty {
                    guard let piece = try await pieces.next(isolation: #isolation) else { return nil }
                    rest = piece
                }
                if left == 0, !hasStruck {
                    hasStruck = true
                    strike()
                    if case .ending = fault { return nil }
                    rest = rest.corrupted
                }
                let kept = hasStruck ? rest : rest.prefix(left)
                rest = rest.dropFirst(kept.count)
                left -= Swift.min(left, kept.count)
                return kept
            }
        }
    }

    /// The same body, whose bytes are counted as they are read.
    func counted(_ count: @escaping @Sendable (Int) -> Void) -> ResponseBody {
        ResponseBody(length: length) {
            var pieces = makeAsyncIterator()
            return { () async throws(TransportError) in
                let piece = try await pieces.next(isolation: #isolation)
                if let piece { count(piece.count) }
                return piece
            }
        }
    }

    static func broken(after count: Int) -> TransportError {
        TransportError(
            .connectionBroken,
            phase: .receivingBody,
            message: "The simulated connection broke after \(count) bytes."
        )
    }
}

extension ArraySlice<UInt8> {
    /// The bytes with the first one's highest bit flipped.
    var corrupted: ArraySlice<UInt8> {
        guard let first else { return self }
        return [first ^ 0x80] + dropFirst()
    }
}

extension SimulatedFault.BodyFault {
    /// How many bytes come before it.
    fileprivate var offset: Int {
        switch self {
        case .breaking(let count), .ending(let count), .stalling(let count), .corrupting(let count): count
        }
    }
}
