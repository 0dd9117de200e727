@testable import ParseOutput

/// All that a decoder makes of a stream: its bytes, and the fault that ended it.
struct GzipOutcome: Hashable, CustomStringConvertible {
    var decoded: [UInt8] = []
    var fault: GzipFault?

    var description: String { "\(decoded.count) bytes, \(fault.map { "\($0)" } ?? "no fault")" }

    /// Takes out what can be decoded.
    mutating func drain(_ decoder: inout GzipDecoder, upTo count: Int = 1 << 16) {
        guard fault == nil else { return }
        do throws(GzipFault) {
            while let piece = try decoder.next(upTo: count) { decoded += piece }
        } catch {
            fault = error
        }
    }

    mutating func finish(_ decoder: GzipDecoder) {
        guard fault == nil else { return }
        do throws(GzipFault) { try decoder.finish() } catch { fault = error }
    }
}

extension GzipDecoder {
    /// Decodes a stream that comes in pieces.
    func outcome(of pieces: [ArraySlice<UInt8>], upTo count: Int = 1 << 16) -> GzipOutcome {
        var decoder = self
        var outcome = GzipOutcome()
        for piece in pieces {
            decoder.push(piece)
            outcome.drain(&decoder, upTo: count)
        }
        outcome.finish(decoder)
        return outcome
    }

    func outcome(of bytes: [UInt8], upTo count: Int = 1 << 16) -> GzipOutcome {
        outcome(of: [bytes[...]], upTo: count)
    }
}
