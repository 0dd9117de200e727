public import ParseModels

extension ParseRun {
    /// Decodes a run from the JSON document that holds it, such as an answer of the API or one that was stored.
    ///
    /// ```swift
    /// let run = try ParseRun(decoding: Data(contentsOf: file))
    /// ```
    ///
    /// It is as lenient as the run's `Codable` conformance: an optional member that is missing or null is not there, an
    /// unknown one is skipped, and of several with one name the last counts. Everything is checked for being JSON, also
    /// what is skipped.
    ///
    /// - Parameters:
    ///   - bytes: the whole document; white space around it is allowed, anything else is not.
    ///   - limits: how much is taken before the document is given up. Of them `depth` and `totalBytes` apply: the others
    ///     bound how much of a document is held, and here all of it is held already. Default:
    ///     ``DecodingLimits/standard``.
    /// - Throws: what is wrong with the document, and where: ``OutputDecodingError/Code/notAnOutput`` where it is no
    ///   object, ``OutputDecodingError/Code/missingMember`` where the run has no `id` or no `status`,
    ///   ``OutputDecodingError/Code/typeMismatch`` where a member has another type, and for bytes that are no JSON, are
    ///   cut short or exceed a limit the code that says so.
    public init(decoding bytes: [UInt8], limits: DecodingLimits = .standard) throws(OutputDecodingError) {
        self = try WholeDocument(bytes, limits: limits).read(called: "a run", chunksAt: "output.chunks")
    }

    /// Decodes a run from the JSON document that holds it, whatever holds the document.
    ///
    /// - Parameters:
    ///   - bytes: the whole document, such as `Data` or a `String.UTF8View`; it is copied.
    ///   - limits: how much is taken before the document is given up. Default: ``DecodingLimits/standard``.
    /// - Throws: what is wrong with the document, and where.
    public init(
        decoding bytes: some Collection<UInt8>,
        limits: DecodingLimits = .standard
    ) throws(OutputDecodingError) {
        try self.init(decoding: Array(bytes), limits: limits)
    }
}
