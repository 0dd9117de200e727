import ParseModels
import ParseOutput

/// All that a decoder makes of a document.
struct Reading<Element: Sendable & Hashable>: Equatable, Sendable {
    var elements: [Element] = []
    var metadata: OutputMetadata?
    var error: OutputDecodingError?

    /// The same but for the words of the message, which are no promise.
    static func == (left: Reading, right: Reading) -> Bool {
        left.mark == right.mark && left.elements == right.elements && left.metadata == right.metadata
    }

    /// The outcome but for the values, as a line of text.
    var mark: String {
        guard let error else { return "\(elements.count) elements" }
        let chunk = error.chunkIndex.map(String.init) ?? "-"
        return "\(elements.count) elements, \(error.code) at \(error.byteOffset), \(error.path), chunk \(chunk)"
    }

    /// Takes out what is complete.
    mutating func drain<Decoder: OutputDecoder>(_ decoder: inout Decoder) where Decoder.Element == Element {
        guard error == nil else { return }
        do throws(OutputDecodingError) {
            while let element = try decoder.next() { elements.append(element) }
        } catch {
            self.error = error
        }
    }

    mutating func finish<Decoder: OutputDecoder>(_ decoder: inout Decoder) where Decoder.Element == Element {
        if error == nil {
            do throws(OutputDecodingError) { try decoder.finish() } catch { self.error = error }
        }
        metadata = decoder.metadata
    }
}

/// What the decoders have in common beyond their protocol.
protocol OutputDecoder: IncrementalDecoder where Element: Hashable {
    var metadata: OutputMetadata? { get }
}

extension ChunkDecoder: OutputDecoder {}
extension BlockDecoder: OutputDecoder {}
extension OCRDecoder: OutputDecoder {}
extension ChunkSliceDecoder: OutputDecoder {}

extension OutputDecoder {
    /// Decodes a document that comes in pieces.
    ///
    /// - Parameter isLate: whether elements are taken out only once all pieces are in.
    func reading(of pieces: [ArraySlice<UInt8>], isLate: Bool = false) -> Reading<Element> {
        var decoder = self
        var reading = Reading<Element>()
        for piece in pieces {
            decoder.push(piece)
            if !isLate { reading.drain(&decoder) }
        }
        if isLate { reading.drain(&decoder) }
        reading.finish(&decoder)
        return reading
    }
}
