/// The body of a scripted response: pieces as they shall arrive, with pauses and a fault between them.
public struct MockBody: Sendable {
    /// The length the response announces; `nil` for a body of unknown length.
    public var announcedLength: Int64?

    private var steps: [Step] = []

    private enum Step: Sendable {
        case piece(ArraySlice<UInt8>)
        case pause(Duration)
        case failure(TransportError)
    }

    /// A body without bytes.
    public static let empty = MockBody(announcedLength: 0)

    /// A body that arrives in one piece.
    ///
    /// - Parameter bytes: the whole body.
    /// - Returns: the body, its length announced.
    public static func bytes(_ bytes: some Sequence<UInt8>) -> MockBody {
        .cut(bytes, at: [])
    }

    /// A body that arrives in pieces.
    ///
    /// - Parameters:
    ///   - bytes: the whole body.
    ///   - cuts: the offsets to cut it at, rising; those outside the body cut nothing.
    /// - Returns: the body, its length announced.
    public static func cut(_ bytes: some Sequence<UInt8>, at cuts: [Int]) -> MockBody {
        let whole = Array(bytes)
        var body = MockBody(announcedLength: Int64(whole.count))
        var start = 0
        for cut in cuts + [whole.count] where cut > start && cut <= whole.count {
            body.steps.append(.piece(whole[start..<cut]))
            start = cut
        }
        return body
    }

    /// Adds a piece at the end, beyond any announced length.
    ///
    /// - Parameter bytes: the piece.
    /// - Returns: the longer body.
    public func then(_ bytes: some Sequence<UInt8>) -> MockBody {
        adding(.piece(Array(bytes)[...]))
    }

    /// Adds a silence at the end, before what is added next.
    ///
    /// - Parameter duration: its length on the mock's clock.
    /// - Returns: the longer body.
    public func thenPause(_ duration: Duration) -> MockBody {
        adding(.pause(duration))
    }

    /// Ends the body with a fault.
    ///
    /// - Parameter error: what reading the body fails with at this point.
    /// - Returns: the body that breaks off.
    public func thenFail(_ error: TransportError) -> MockBody {
        adding(.failure(error))
    }

    private func adding(_ step: Step) -> MockBody {
        var longer = self
        longer.steps.append(step)
        return longer
    }

    func play(_ pacing: MockPacing) -> ResponseBody {
        ResponseBody(length: announcedLength) { [steps] in
            var rest = steps.makeIterator()
            return { () async throws(TransportError) in
                while let step = rest.next() {
                    if Task.isCancelled { throw MockPacing.cancelled(.receivingBody) }
                    switch step {
                    case .piece(let bytes): return bytes
                    case .pause(let duration): try await pacing.pause(for: duration, phase: .receivingBody)
                    case .failure(let error): throw error
                    }
                }
                return nil
            }
        }
    }
}
