import CCurl
import ParseTransport

/// What libcurl calls, always on the loop's thread, always with the transfer as the context.
extension CurlTransfer {
    func installCallbacks() throws(TransportError) {
        // Unretained: the loop holds the transfer as long as its handle is in the multi handle.
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CCURLOPT_HEADERDATA, context)
        try handle.set(CCURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let transfer = CurlTransfer.from(context) else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return transfer.receiveHeader(line) ? line.count : 0
        }
        try handle.set(CCURLOPT_WRITEDATA, context)
        try handle.set(CCURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let transfer = CurlTransfer.from(context) else { return 0 }
            return transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        try installPrerequisite(context)
        try installPeerCheck(context)
    }

    private func installPrerequisite(_ context: UnsafeMutableRawPointer) throws(TransportError) {
        let isKnown = handle.setPrerequisite { context, _, _, _, _ in
            guard let transfer = CurlTransfer.from(context) else { return Int32(CCURL_PREREQFUNC_ABORT) }
            return Int32(transfer.maySend() ? CCURL_PREREQFUNC_OK : CCURL_PREREQFUNC_ABORT)
        }
        if isKnown {
            try handle.set(CCURLOPT_PREREQDATA, context)
        } else {
            // Before 7.80 nothing tells when the request goes out, so it is taken to be out from the start; and only
            // a new connection keeps libcurl from sending it again.
            pipe.requestWillBeSent()
            if !request.method.isIdempotent { try handle.set(CCURLOPT_FRESH_CONNECT, true) }
        }
    }

    static func from(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// libcurl sends a request again by itself where a pooled connection broke before it answered.
    ///
    /// The first one may have arrived, so only what does no harm twice is sent twice.
    private func maySend() -> Bool {
        if sendings > 0, !request.method.isIdempotent {
            ownFault = TransportError(
                .connectionBroken,
                phase: .awaitingResponse,
                message:
                    "The connection broke after the request was sent. It may have arrived, so it is not sent again.",
                onReusedConnection: true
            )
            return false
        }
        willSend()
        return true
    }

    private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        heard()
        do throws(TransportError) {
            guard let head = try headers.receive(line) else { return true }
            pipe.receive(head, length: try head.announcedBodyLength(answering: request.method))
            return true
        } catch {
            ownFault = error
            return false
        }
    }

    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard headers.isComplete else {
            ownFault = TransportError(
                .protocolViolation,
                phase: .awaitingResponse,
                message: "The response's header block does not end in a blank line."
            )
            return 0
        }
        // The bytes count as heard also where they are put off: the peer has sent them.
        heard()
        guard pipe.admitsMore() else { return Int(CCURL_WRITEFUNC_PAUSE) }
        pipe.receive(bytes)
        return bytes.count
    }
}
