import ParseOutput

/// All that a decoder makes of a document: its elements, and the error that ended it.
struct Outcome<Element: Sendable & Hashable>: Hashable, CustomStringConvertible {
    var elements: [Element] = []
    var error: OutputDecodingError?

    var description: String { "\(elements.count) elements, \(error.map(\.description) ?? "no error")" }

    /// Takes out what is complete.
    mutating func drain<Decoder: IncrementalDecoder>(_ decoder: inout Decoder) where Decoder.Element == Element {
        guard error == nil else { return }
        do throws(OutputDecodingError) {
            while let element = try decoder.next() { elements.append(element) }
        } catch {
            self.error = error
        }
    }

    mutating func finish<Decoder: IncrementalDecoder>(_ decoder: inout Decoder) where Decoder.Element == Element {
        guard error == nil else { return }
        do throws(OutputDecodingError) {
            try decoder.finish()
        } catch {
            self.error = error
        }
    }
}

extension IncrementalDecoder where Element: Hashable {
    /// Decodes a document that comes in pieces.
    func outcome(of pieces: [ArraySlice<UInt8>]) -> Outcome<Element> {
        var decoder = self
        var outcome = Outcome<Element>()
        for piece in pieces {
            decoder.push(piece)
            outcome.drain(&decoder)
        }
        outcome.finish(&decoder)
        return outcome
    }

    func outcome(of text: String) -> Outcome<Element> {
        outcome(of: [Array(text.utf8)[...]])
    }

    func outcome(of bytes: [UInt8]) -> Outcome<Element> {
        outcome(of: [bytes[...]])
    }
}

/// A small seeded generator, so that a failing cut can be found again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
