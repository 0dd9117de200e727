import ParseTransport
import ParseTransportConformance
import Testing

/// A mistake that a transport can have, and what has to find it.
enum Flaw: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case followsRedirects
    case keepsOneFieldOfAName
    case takesPartsForTheWhole
    case endsWithoutErrorWhenCancelled
    case cannotBeCancelled
    case buffersWhileDeclaringStreaming
    case declaresDecompressing
    case namesEveryFaultOther
    case callsEverythingUnsent
    case forgetsTheTimeouts
    case showsTheKey
    case asksForGzip
    case sendsCookies
    case sendsInvalidRequests
    case dropsTheBodyOfErrors
    case announcesNoLength
    case knowsNoLimits
    case decodesTargets
    case keepsOneFieldOfARequest
    case ignoresPoolAndPeers
    case keepsAnswers
    case keepsDroppedBodies

    var testDescription: String { rawValue }

    /// The cases that have to fail.
    var breaks: [TransportConformance] {
        switch self {
        case .followsRedirects: [.redirectToAnotherOrigin, .redirectWithinOrigin]
        case .keepsOneFieldOfAName: [.repeatedFields, .fieldOrder]
        case .takesPartsForTheWhole:
            [.shortBody, .missingLastChunk, .badChunkSize, .resetWithinBody, .resetWithinUnknownLength]
        case .endsWithoutErrorWhenCancelled: [.cancelledWithinBody, .cancelledReader]
        case .cannotBeCancelled: [.cancelledBeforeHead, .alreadyCancelled]
        case .buffersWhileDeclaringStreaming: [.headBeforeBody, .droppedBody, .backpressure, .unreadBodyBlocksNobody]
        case .declaresDecompressing: [.contentCoding]
        case .namesEveryFaultOther: [.refusedPort, .unknownHost, .closeBeforeHead, .garbageStatusLine, .shortBody]
        case .callsEverythingUnsent: [.resetBeforeHead, .halfHeaderLine, .shortBody, .cancelledWithinBody]
        case .forgetsTheTimeouts: [.silenceBeforeHead, .silenceWithinBody]
        case .showsTheKey: [.refusedPort, .resetBeforeHead, .shortBody]
        case .asksForGzip: [.contentCoding]
        case .sendsCookies: [.noCookies]
        case .sendsInvalidRequests: [.invalidRequest]
        case .announcesNoLength: [.everyStatusIsAResponse, .headRequest, .contentCoding]
        case .knowsNoLimits: [.tooManyFields, .tooManyHeaderBytes]
        case .decodesTargets: [.requestTarget]
        case .keepsOneFieldOfARequest: [.requestFields]
        case .ignoresPoolAndPeers: [.newConnection, .peerRule]
        case .keepsAnswers: [.noCachedAnswers, .noCookies]
        case .keepsDroppedBodies: [.droppedBody]
        case .dropsTheBodyOfErrors: [.everyStatusIsAResponse, .redirectToAnotherOrigin, .unauthorizedBody]
        }
    }

    /// Cases that must not take notice of it.
    var leaves: [TransportConformance] {
        switch self {
        case .buffersWhileDeclaringStreaming, .dropsTheBodyOfErrors, .keepsAnswers:
            [.range, .requestTarget, .shortBody]
        case .announcesNoLength: [.unknownLength, .range, .shortBody]
        case .followsRedirects, .keepsOneFieldOfAName: [.everyStatusIsAResponse, .shortBody, .headBeforeBody]
        default: [.everyStatusIsAResponse, .redirectWithinOrigin, .repeatedFields, .unknownLength]
        }
    }
}
