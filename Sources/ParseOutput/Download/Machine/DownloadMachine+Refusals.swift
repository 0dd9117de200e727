import ParseRetry
import ParseTransport

/// What the answers mean that bring no document.
extension DownloadMachine {
    mutating func refused(_ answer: StorageAnswer, at now: Moment) {
        timeline.failed(.status(answer.status), requestID: answer.requestID, at: now.reading)
        switch answer.status {
        case 200, 206: page(answer, at: now)
        case 201..<300: fail(answer.error(.unexpectedContent, "The storage host answered without a document."))
        case 300..<400: redirected(answer, at: now)
        case 400: badRequest(answer, at: now)
        case 401: refreshOnce(answer.error(.storageRefused, "The storage host wants to be shown who asks."), at: now)
        case 403: forbidden(answer, at: now)
        case 404, 410: refreshOnce(answer.error(.outputGone, "The storage host has no such document."), at: now)
        case 407: fail(answer.error(.storageRefused, "A proxy before the storage host wants to be shown who asks."))
        case 412: preconditionFailed(answer, at: now)
        case 416: rangeRefused(answer, at: now)
        default: failed(answer, at: now)
        }
    }

    // MARK: Pages

    /// An error page that calls itself a success: the storage host's own, or that of something in between.
    private mutating func page(_ answer: StorageAnswer, at now: Moment) {
        let type = answer.head.headers["Content-Type"] ?? "unknown"
        let error = answer.error(.unexpectedContent, "A page of the type \(type) came instead of a JSON document.")
        switch answer.error.meaning {
        case .expired: refresh(because: error, at: now)
        case .passing, .slowDown: retry(error, answer, at: now)
        default: fail(error)
        }
    }

    /// Takes in more of a document that begins like a page, whatever its type says, as far as an error's tags may reach.
    mutating func received(page piece: ArraySlice<UInt8>, then following: State, at now: Moment) {
        let limit = max(0, plan.configuration.errorBodyLimit)
        page = (page ?? []) + piece.prefix(limit - (page?.count ?? 0))
        guard case .reading = following, page?.count ?? 0 < limit else { return pageEnded(at: now) }
        state = following
    }

    /// Judges such a page once no more of it is wanted, or to be had.
    mutating func pageEnded(at now: Moment) {
        guard let error = page.take().map(StorageErrorBody.init) else { return }
        timeline.failed(.status(200), at: now.reading)
        let head = ResponseHead(status: 200, headers: ["Content-Type": "text/html"])
        page(StorageAnswer(head, length: nil, error: error), at: now)
    }

    // MARK: Refusals of the URL

    private mutating func redirected(_ answer: StorageAnswer, at now: Moment) {
        guard answer.status != 304 else { return fail(.violation("nothing was asked that 304 could answer")) }
        refreshOnce(answer.redirection, at: now)
    }

    private mutating func badRequest(_ answer: StorageAnswer, at now: Moment) {
        switch answer.error.meaning {
        case .expired: expired(answer, at: now)
        case .passing: retry(answer.error(.storageRefused, "The storage host gave the request up."), answer, at: now)
        case .ownMistake: fail(answer.ownMistake)
        default: fail(answer.error(.storageRefused, "The storage host refused the request."))
        }
    }

    private mutating func forbidden(_ answer: StorageAnswer, at now: Moment) {
        switch answer.error.meaning {
        case .expired: expired(answer, at: now)
        case .ownMistake: fail(answer.ownMistake)
        case .tooEarly: tooEarly(answer, at: now)
        default:
            // Providers disagree on how they say it, so a refusal about the time of the end counts as one.
            let left = url?.remaining(at: now, skew: skew) ?? .zero
            guard left > .seconds(60) else { return expired(answer, at: now) }
            refreshOnce(answer.error(.storageRefused, "The storage host refused the URL."), at: now)
        }
    }

    private mutating func expired(_ answer: StorageAnswer, at now: Moment) {
        refresh(because: answer.error(.expired, "The storage host refused the URL as expired."), at: now)
    }

    private mutating func tooEarly(_ answer: StorageAnswer, at now: Moment) {
        let error = answer.error(.storageRefused, "The URL is not valid yet: the clocks differ.")
        refreshOnce(error, at: now)
        guard case .ready = state else { return }
        let ahead = skew.map { $0 < .zero ? .zero - $0 : $0 } ?? .zero
        state = .waiting(min(max(ahead, DownloadPlan.refreshSpacing), DownloadPlan.longestSkew))
    }

    // MARK: Refusals of the range

    private mutating func preconditionFailed(_ answer: StorageAnswer, at now: Moment) {
        fail(offset > 0 ? .changed(offset) : answer.error(.storageRefused, "The storage host refused the request."))
    }

    /// Nothing follows the offset, or the host does not know what follows.
    private mutating func rangeRefused(_ answer: StorageAnswer, at now: Moment) {
        let length = answer.range?.total ?? answer.error.objectSize ?? document?.length
        switch length {
        case offset?:
            if let known = document?.length, known != offset { return fail(.changed(offset)) }
            report.totalBytes = offset
            state = .complete
        case let length? where length < offset || document?.length ?? length != length:
            fail(.changed(offset))
        case nil where offset == 0:
            fail(answer.error(.storageRefused, "The storage host refused the range."))
        default:
            reread(answer.error(.storageRefused, "The storage host refused the range."))
        }
    }

    // MARK: Failures

    private mutating func failed(_ answer: StorageAnswer, at now: Moment) {
        // What these two refuse is the connection.
        if answer.status == 408 || answer.status == 421 { needsNewConnection = true }
        retry(answer.error(.storageRefused, "The storage host failed."), answer, at: now)
    }
}

extension StorageAnswer {
    /// An error with what the answer says, or these words where it says nothing.
    func error(_ code: DownloadError.Code, _ words: String) -> DownloadError {
        DownloadError(code, message: error.message ?? words, status: status, storageCode: error.code)
    }

    /// Where the redirect leads is named by its host at most.
    fileprivate var redirection: DownloadError {
        let host = head.headers["Location"].flatMap { StorageHost(authorityOf: $0)?.name }
        return error(.redirectRefused, "The storage host redirected \(host.map { "to \($0)" } ?? "elsewhere").")
    }

    fileprivate var ownMistake: DownloadError {
        error(.invalidRequest, "The storage host refused how it was asked.")
    }
}
