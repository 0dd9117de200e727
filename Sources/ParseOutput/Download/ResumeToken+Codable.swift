import ParseRetry

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ResumeToken: Codable {
    /// Short names: a token is stored beside every chunk.
    private enum CodingKeys: String, CodingKey {
        case version = "v"
        case runID = "run"
        case chunkCount = "chunks"
        case byteOffset = "at"
        case eTag = "tag"
        case lastModified = "date"
        case length = "of"
        case coding = "coding"
        case seamLength = "seam"
        case seamDigest = "sum"
        case check
    }

    private static let version = 1

    /// No offset has more digits: see ``ContentRange``.
    private static let longestDocument: Int64 = 999_999_999_999_999_999

    /// What is longer is left out, so that a token stays small; the document is then known by the rest.
    private static let longestTag = 128

    /// What a token keeps of a document.
    static func abridged(_ document: StoredDocument) -> StoredDocument {
        guard let tag = document.eTag else { return document }
        // In JSON some characters count twice.
        let count = tag.text.utf8.reduce(0) { $0 + (Array("/\\\"".utf8).contains($1) ? 2 : 1) }
        guard count > longestTag else { return document }
        var document = document
        document.eTag = nil
        return document
    }

    /// Reads a token, and refuses one that contradicts itself.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` for what is not a token of this version.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func refuse(_ key: CodingKeys, _ reason: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: values, debugDescription: "The resume token \(reason).")
        }
        guard try values.decode(Int.self, forKey: .version) == Self.version else {
            throw refuse(.version, "is of another version")
        }
        let offset = try values.decode(Int64.self, forKey: .byteOffset)
        let length = try values.decodeIfPresent(Int64.self, forKey: .length)
        let chunkCount = try values.decode(Int.self, forKey: .chunkCount)
        guard chunkCount >= 0 else { throw refuse(.chunkCount, "has a negative number of chunks") }
        guard (0...Self.longestDocument).contains(offset), offset <= length ?? .max, length ?? 0 >= 0 else {
            throw refuse(.byteOffset, "lies outside the document")
        }
        // Where the decoder begins behind them, its count goes on from here.
        guard offset == 0 || chunkCount <= offset else { throw refuse(.chunkCount, "has more chunks than bytes") }
        let tag = try values.decodeIfPresent(String.self, forKey: .eTag)
        let eTag = ETag(tag)
        guard eTag != nil || tag == nil else { throw refuse(.eTag, "has an entity tag that is none") }
        let date = try values.decodeIfPresent(String.self, forKey: .lastModified)
        guard date.map({ HTTPDate.parse($0, today: .distantPast) != nil }) ?? true else {
            throw refuse(.lastModified, "has a date that is none")
        }
        let seamLength = try values.decodeIfPresent(Int64.self, forKey: .seamLength) ?? 0
        let seamDigest = try values.decodeIfPresent(String.self, forKey: .seamDigest).map { UInt64($0, radix: 16) }
        // Where the document is read from its start, the seam is that behind the last chunk.
        let longestSeam = offset == 0 ? DownloadPlan.overlap : min(DownloadPlan.overlap, offset)
        guard (0...longestSeam).contains(seamLength), seamDigest != .some(nil) else {
            throw refuse(.seamLength, "has a seam that cannot be")
        }
        let codingName = try values.decodeIfPresent(String.self, forKey: .coding)
        guard let coding = codingName.map(ContentCoding.init(rawValue:)) ?? .identity else {
            throw refuse(.coding, "has an encoding that is not known")
        }
        let runID = try values.decode(String.self, forKey: .runID)
        // A token that tells nothing but a number of chunks is of any document, however that is encoded.
        let isKnown = eTag != nil || date != nil || length != nil || coding != .identity || seamLength > 0
        let document = StoredDocument(eTag: eTag, lastModified: date, length: length, coding: coding)
        self.init(
            runID: runID,
            chunkCount: chunkCount,
            point: ResumePoint(
                document: isKnown ? document : nil,
                offset: offset,
                mark: SeamMark(length: seamLength, digest: seamDigest.flatMap(\.self) ?? SeamMark.none.digest)
            )
        )
        // A token that was damaged must not accuse the document of being another one.
        guard try values.decodeIfPresent(String.self, forKey: .check) ?? check == check else {
            throw refuse(.check, "was damaged or edited")
        }
    }

    /// Writes the token.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(Self.version, forKey: .version)
        try values.encode(runID, forKey: .runID)
        try values.encode(chunkCount, forKey: .chunkCount)
        try values.encode(byteOffset, forKey: .byteOffset)
        try values.encodeIfPresent(document?.eTag?.text, forKey: .eTag)
        try values.encodeIfPresent(document?.lastModified, forKey: .lastModified)
        try values.encodeIfPresent(document?.length, forKey: .length)
        if let coding = document?.coding, coding != .identity { try values.encode(coding.rawValue, forKey: .coding) }
        if mark.length > 0 {
            try values.encode(mark.length, forKey: .seamLength)
            try values.encode(String(mark.digest, radix: 16), forKey: .seamDigest)
        }
        try values.encode(check, forKey: .check)
    }

    /// A digest of all the rest.
    private var check: String {
        // A document of which nothing is known is none once it is read again.
        let document = document ?? StoredDocument(eTag: nil, lastModified: nil, length: nil, coding: .identity)
        let numbers = [Int64(chunkCount), byteOffset, document.length ?? -1, mark.length].map { String($0) }
        let digest = mark.length > 0 ? String(mark.digest, radix: 16) : ""
        let names = [digest, runID, document.eTag?.text ?? "", document.lastModified ?? "", document.coding.rawValue]
        let parts = numbers + names
        return String(ByteDigest.of(parts.joined(separator: "\n").utf8).value, radix: 16)
    }
}
