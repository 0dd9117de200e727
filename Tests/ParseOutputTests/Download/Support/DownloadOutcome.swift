import ParseOutput
import ParseTransport
import Testing

extension DownloadBench.Outcome {
    /// Expects that an object was handed out whole, and nothing else.
    func expectWhole(_ object: StoredBytes, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(error == nil, sourceLocation: sourceLocation)
        #expect(bytes.count == object.bytes.count, sourceLocation: sourceLocation)
        #expect(bytes == object.bytes, sourceLocation: sourceLocation)
    }

    /// Expects an error behind the first bytes of an object.
    func expectError(
        _ code: DownloadError.Code,
        after count: Int,
        of object: StoredBytes,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(error?.code == code, sourceLocation: sourceLocation)
        #expect(error?.bytesDelivered == Int64(count), sourceLocation: sourceLocation)
        #expect(bytes.count == count, sourceLocation: sourceLocation)
        #expect(bytes == Array(object.bytes.prefix(count)), sourceLocation: sourceLocation)
    }
}

extension MockAnswer {
    /// The range is not there, as S3 tells it.
    static func noSuchRange(_ place: String? = nil, more: String = "") -> MockAnswer {
        s3(416, "InvalidRange", more: more, headers: place.map { ["Content-Range": $0] } ?? [:])
    }
}
