public import ParseOutput

extension OutputElements where Decoder: ResumableDecoder {
    /// The same elements, each with the token to go on behind it.
    ///
    /// Store both together, and nothing is read twice or lost, whatever happens to the process.
    public var withResumeTokens: OutputCheckpoints<Decoder> {
        OutputCheckpoints(elements: self)
    }

    init(source: OutputSource, decoder: Decoder, limits: DecodingLimits, token: ResumeToken?) {
        self.init(
            source: source,
            decoder: decoder,
            resumption: Resumption(
                token: token,
                makeDecoder: { Decoder(behindChunks: $0, at: $1, limits: limits) },
                position: { ($0.chunkCount, $0.resumableOffset) }
            )
        )
    }
}
