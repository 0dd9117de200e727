extension TransportConformance {
    /// Does what the case is about, and notes on the bench what is wrong.
    ///
    /// What it throws of the transport's is a finding, too.
    func check(_ bench: ConformanceBench) async throws {
        switch self {
        case .everyStatusIsAResponse: try await bench.checkStatuses()
        case .headBeforeBody: try await bench.checkHeadBeforeBody()
        case .unknownLength: try await bench.checkUnknownLength()
        case .closeDelimitedBody: try await bench.checkCloseDelimitedBody()
        case .headRequest: try await bench.checkHeadRequest()
        case .statusWithoutBody: try await bench.checkStatusWithoutBody()
        case .range: try await bench.checkRange()
        case .contentCoding: try await bench.checkContentCoding()
        case .bodyReadOnce: try await bench.checkBodyReadOnce()
        case .repeatedFields: try await bench.checkRepeatedFields()
        case .fieldOrder: try await bench.checkFieldOrder()
        case .foldedField: try await bench.checkFoldedField()
        case .interimResponses: try await bench.checkInterimResponses()
        case .trailers: try await bench.checkTrailers()
        case .largeHeaderBlock: try await bench.checkLargeHeaderBlock()
        case .redirectToAnotherOrigin: try await bench.checkRedirectToAnotherOrigin()
        case .redirectWithinOrigin: try await bench.checkRedirectWithinOrigin()
        case .unauthorized: try await bench.checkUnauthorized()
        case .unauthorizedBody: try await bench.checkUnauthorizedBody()
        case .noCookies: try await bench.checkNoCookies()
        case .noCachedAnswers: try await bench.checkNoCachedAnswers()
        case .requestTarget: try await bench.checkRequestTarget()
        case .requestFragment: try await bench.checkRequestFragment()
        case .requestFields: try await bench.checkRequestFields()
        case .requestBody: try await bench.checkRequestBody()
        case .requestMethod: try await bench.checkRequestMethod()
        case .requestFraming: try await bench.checkRequestFraming()
        case .invalidRequest: try await bench.checkInvalidRequest()
        case .refusedPort: try await bench.checkRefusedPort()
        case .unknownHost: await bench.checkUnknownHost()
        case .cancelledBeforeHead: try await bench.checkCancelledBeforeHead()
        case .cancelledWithinBody: try await bench.checkCancelledWithinBody()
        case .alreadyCancelled: try await bench.checkAlreadyCancelled()
        case .cancelledReader: try await bench.checkCancelledReader()
        case .droppedBody: try await bench.checkDroppedBody()
        case .leftLoop: try await bench.checkLeftLoop()
        case .concurrentExchanges: try await bench.checkConcurrentExchanges()
        case .unreadBodyBlocksNobody: try await bench.checkUnreadBodyBlocksNobody()
        case .backpressure: try await bench.checkBackpressure()
        case .lateReader: try await bench.checkLateReader()
        case .newConnection: try await bench.checkNewConnection()
        case .peerRule: try await bench.checkPeerRule()
        case .resetBeforeHead, .closeBeforeHead, .halfHeaderLine, .halfHeaderBlock, .silenceBeforeHead,
            .garbageStatusLine, .conflictingLengths, .lengthBesideTransferCoding, .malformedLength, .tooManyFields,
            .tooManyHeaderBytes, .endlessHeaderLine, .shortBody, .missingLastChunk, .badChunkSize, .resetWithinBody,
            .resetWithinUnknownLength, .silenceWithinBody:
            try await bench.check(ServerFault(self, options: bench.options))
        }
    }
}
