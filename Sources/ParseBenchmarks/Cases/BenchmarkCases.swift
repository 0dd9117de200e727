/// Every way of reading there is, in the order they are measured and shown in.
enum BenchmarkCases {
    static let all: [any BenchmarkCase] = [
        ChunksCase(), SlicesCase(), BlocksCase(), OCRCase(), RunCase(), PiecesCase.whole,
        PiecesCase.transport, PiecesCase.bytes, JSONDecoderCase(), BytesCase(),
    ]

    /// The case of this name.
    static func named(_ name: String) throws(UsageError) -> any BenchmarkCase {
        guard let found = all.first(where: { $0.name == name }) else {
            throw UsageError("there is no case \(name); there are \(all.map(\.name).joined(separator: ", "))")
        }
        return found
    }
}
