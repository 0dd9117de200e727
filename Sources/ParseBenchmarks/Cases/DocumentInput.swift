#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A document as the cases get it: in pieces, or whole.
struct DocumentInput {
    /// Where its bytes are.
    enum Source {
        /// In a file, read anew every time.
        case file(String)
        /// In memory, as the body of an answer is; in both forms, so that no case pays for the other's.
        case memory(Data, [UInt8])

        /// The bytes of a file, in memory.
        static func memory(of path: String) throws -> Source {
            let data = try Data(contentsOf: URL(filePath: path))
            return .memory(data, Array(data))
        }
    }

    let source: Source

    /// The size of a piece in bytes.
    let pieceSize: Int

    /// Hands the document out piece by piece, from one buffer that is used again.
    func forEachPiece(_ body: (Span<UInt8>) throws -> Void) throws {
        switch source {
        case .file(let path): try forEachPiece(ofFile: path, body)
        case .memory(_, let bytes):
            for start in stride(from: 0, to: bytes.count, by: pieceSize) {
                try body(bytes[start..<min(start + pieceSize, bytes.count)].span)
            }
        }
    }

    /// All of it at once.
    func whole() throws -> Data {
        switch source {
        case .file(let path): try Data(contentsOf: URL(filePath: path))
        case .memory(let data, _): data
        }
    }

    /// All of it at once, as bytes.
    func wholeBytes() throws -> [UInt8] {
        switch source {
        case .file: Array(try whole())
        case .memory(_, let bytes): bytes
        }
    }

    private func forEachPiece(ofFile path: String, _ body: (Span<UInt8>) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw BenchmarkFailure.system("cannot read \(path)") }
        defer { _ = close(descriptor) }
        // Small pieces are cut from a large one, so that they do not cost a call of the system each.
        var buffer = [UInt8](repeating: 0, count: max(pieceSize, 64 << 10))
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw BenchmarkFailure.system("cannot read \(path)") }
            guard count > 0 else { return }
            for start in stride(from: 0, to: count, by: pieceSize) {
                try body(buffer[start..<min(start + pieceSize, count)].span)
            }
        }
    }
}
