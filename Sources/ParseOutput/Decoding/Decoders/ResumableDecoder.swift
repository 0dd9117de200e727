/// A decoder of chunks that can go on where another one stood, in the middle of a document.
public protocol ResumableDecoder<Element>: IncrementalDecoder {
    /// Makes a decoder that stands behind a chunk of an output, for the bytes that follow it.
    ///
    /// - Parameters:
    ///   - count: how many chunks stand before: at least one, and no more than there are bytes before them.
    ///   - offset: the offset in the document of the first byte that will be pushed, right behind the last of them.
    ///   - limits: how much it takes before it gives up.
    init(behindChunks count: Int, at offset: Int64, limits: DecodingLimits)

    /// The number of chunks taken out so far, those included that stood before.
    var chunkCount: Int { get }

    /// The offset behind the last chunk that was taken out, as another decoder can go on from it.
    ///
    /// `nil` before the first chunk, and in a run, which has further members around its output.
    var resumableOffset: Int64? { get }
}
