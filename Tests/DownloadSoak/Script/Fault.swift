/// What a storage host, or the way to it, may do to one request.
enum Fault: String, CaseIterable, Sendable {
    // There is no head.
    case connectionRefused, resetBeforeHead, silenceBeforeHead

    // The answer is a word instead of the document.
    case unavailable, tooManyRequests, internalError, requestTimeout, forbidden, badRequest, notFound, rangeRefused,
        redirect, page, pageCalledJSON, expired

    // The part is another one than was asked for, or says so.
    case shortPart, earlyPart, latePart, wholeInsteadOfPart, partCalledWhole, noPlace, malformedPlace, unknownTotal,
        wrongTotal, wrongPlace, multipart, unaskedPart

    // The framing is wrong.
    case wrongLength, moreThanAnnounced

    // The host forgets its validators, or the object is another one from now on.
    case noTag, ignoredCondition, replaced

    // The body does not arrive whole.
    case brokenBody, shortBody, stalledBody, endlessSilence, trickle
}
