/// A gzip stream that is held whole.
package enum GzipDocument {
    /// Decodes a stream as far as it goes.
    ///
    /// - Parameter bytes: the stream, or the beginning of it.
    /// - Returns: what it decodes to, and whether that is all of it.
    package static func inflating(_ bytes: [UInt8]) -> (bytes: [UInt8], isComplete: Bool) {
        var decoder = GzipDecoder()
        var inflated: [UInt8] = []
        decoder.push(bytes[...])
        do throws(GzipFault) {
            while let piece = try decoder.next(upTo: 65_536) { inflated += piece }
            try decoder.finish()
            return (inflated, true)
        } catch {
            return (inflated, false)
        }
    }
}
