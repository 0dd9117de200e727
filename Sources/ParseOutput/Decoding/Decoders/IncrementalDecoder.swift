/// A decoder that takes a document in pieces and gives its elements one by one, without doing any I/O.
///
/// ```swift
/// var decoder = ChunkDecoder()
/// for try await piece in body {
///     decoder.push(piece)
///     while let chunk = try decoder.next() { handle(chunk) }
/// }
/// try decoder.finish()
/// ```
///
/// However the same bytes are cut into pieces, the same elements come out, and the same error at the same offset. A
/// decoder is a value: a copy goes on independently of the original.
public protocol IncrementalDecoder<Element>: Sendable {
    /// What comes out.
    associatedtype Element: Sendable

    /// Takes the next bytes of the document.
    ///
    /// It never throws: a fault shows when ``next()`` comes to it. Bytes behind a fault are dropped.
    ///
    /// - Parameter bytes: the bytes that follow those pushed before.
    mutating func push(_ bytes: Span<UInt8>)

    /// Takes the next complete element out.
    ///
    /// Elements that are complete before a fault come before the fault is thrown. Once thrown, it is thrown again.
    ///
    /// - Returns: the element, or `nil` where none is complete: push more bytes, or finish.
    /// - Throws: what is wrong with the document, and where.
    mutating func next() throws(OutputDecodingError) -> Element?

    /// Notes that no more bytes come, and makes sure that the document is complete.
    ///
    /// Elements not taken out yet stay and can be taken afterwards; they are checked here too. Bytes pushed after a
    /// failed call continue the document; until then ``next()`` says too that it is cut short.
    ///
    /// - Throws: ``OutputDecodingError/Code/truncated`` where the document was cut short,
    ///   ``OutputDecodingError/Code/notAnOutput`` where it holds no chunks, or the fault that ``next()`` would come to.
    mutating func finish() throws(OutputDecodingError)

    /// The number of bytes pushed so far.
    var bytesPushed: Int64 { get }

    /// The number of bytes that are done with: decoded, or checked and skipped.
    ///
    /// The others are held.
    var bytesConsumed: Int64 { get }
}

extension IncrementalDecoder {
    /// Takes the next bytes of the document.
    ///
    /// - Parameter bytes: the bytes that follow those pushed before.
    public mutating func push(_ bytes: ArraySlice<UInt8>) {
        push(bytes.span)
    }

    /// Takes the next bytes of the document.
    ///
    /// - Parameter bytes: the bytes that follow those pushed before, such as `[UInt8]`, `Data` or `String.UTF8View`.
    public mutating func push(_ bytes: some Collection<UInt8>) {
        push(Array(bytes)[...])
    }
}
