import ParseModels
import ParseRetry

/// From a URL to a request.
extension DownloadMachine {
    /// Asks for what is missing: a URL that will live, then the bytes behind those that were handed out.
    mutating func open(at now: Moment) -> DownloadAction {
        guard let url else { return resolve(at: now) }
        // A URL that has just come is tried as it is: if it seems to have run out, a clock is wrong.
        if isUsed, url.remaining(at: now, skew: skew) < DownloadPlan.refreshMargin {
            lose(.expiry, at: now)
            replaceURL()
            return resolve(at: now)
        }
        guard mayOpen else {
            fail(.tooManyOpens(plan.configuration.maximumOpens))
            return next(at: now)
        }
        if rereads, offset > plan.configuration.rereadLimit {
            fail(.cannotResume("reading the first \(offset) bytes again to get behind them is more than is allowed"))
            return next(at: now)
        }
        isUsed = true
        report.opens += 1
        if offset > 0 { report.resumes += 1 }
        var request = request(from: offset, url)
        request.needsNewConnection = needsNewConnection
        needsNewConnection = false
        return .open(request)
    }

    private mutating func resolve(at now: Moment) -> DownloadAction {
        let spacing = lastResolved.map { DownloadPlan.refreshSpacing - (now.reading - $0) } ?? .zero
        guard spacing <= .zero || report.refreshes == 0 else {
            state = .waiting(spacing)
            return next(at: now)
        }
        return .resolve
    }

    /// Forgets the URL, and remembers it for being replaced.
    mutating func replaceURL() {
        replacedURL = url?.presigned
        url = nil
    }

    /// Takes a URL.
    ///
    /// - Parameters:
    ///   - url: the URL, checked.
    ///   - now: the present.
    mutating func resolved(_ url: LiveURL, at now: Moment) {
        if lastResolved != nil { report.refreshes += 1 }
        lastResolved = now.reading
        self.url = url
        isUsed = false
        state = .ready
    }

    /// The request for what follows an offset.
    private func request(from offset: Int64, _ url: LiveURL) -> StorageRequest {
        var request = StorageRequest(url: url.url)
        if offset > 0, !canJoin { return request }
        // A range from the first byte on would be refused for an empty document, so only a window asks for one.
        guard offset > 0 || plan.window != nil, !rereads else { return request }
        let start = offset - (offset == self.offset ? mark.length : min(DownloadPlan.overlap, offset))
        request.range = StorageRequest.ByteRange(start: start, end: endOfWindow(at: offset))
        guard offset > 0, let document else { return request }
        if let tag = document.strongTag {
            request.condition = .eTag(tag)
        } else if let date = document.lastModified {
            request.condition = .unmodifiedSince(date)
        }
        return request
    }

    /// Where the window ends that is asked for at an offset; `nil` where all that follows is.
    ///
    /// Of one that broke off it is where it would have ended, as the one behind it may be here already.
    func endOfWindow(at offset: Int64) -> Int64? {
        guard let window = plan.window else { return nil }
        if let brokenEnd = lastWindowEnd, offset == self.offset, brokenEnd > offset { return brokenEnd }
        return min(offset + window, document?.length ?? .max)
    }

    /// Whether the answer to one request is where that to another ends.
    func follows(_ ahead: StorageRequest, _ request: StorageRequest) -> Bool {
        guard let url, let end = request.range?.end, canJoin else { return false }
        return ahead == self.request(from: end, url)
    }

    /// The request that will follow if the open window arrives whole, to be sent ahead; `nil` where none will.
    func upcomingRequest(at now: Moment) -> StorageRequest? {
        guard plan.window != nil, case .reading(let body) = state, body.isWindow, let end = body.end,
            end < document?.length ?? .max, canJoin, let url,
            url.remaining(at: now, skew: skew) >= DownloadPlan.refreshMargin,
            mayOpen
        else { return nil }
        return request(from: end, url)
    }

    /// Whether another request may be sent; windows that came whole are no sign of trouble, however many there are.
    private var mayOpen: Bool {
        let windows = plan.window.map { report.deliveredBytes / $0 } ?? 0
        return Int64(report.opens) - windows < plan.configuration.maximumOpens
    }

    /// What the bytes before the offset look like.
    var mark: SeamMark { inherited ?? tail.mark }

    /// Whether a part that is fetched by its range may be joined to what was handed out.
    var canJoin: Bool {
        guard !rereads, let document, document.coding != .undoneByTransport else { return false }
        return document.hasValidator || plan.configuration.validation == .lenient
    }
}
