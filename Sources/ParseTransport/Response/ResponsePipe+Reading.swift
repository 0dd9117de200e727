import Synchronization

extension ResponsePipe {
    /// Waits for the head and returns it with the body yet to be read.
    ///
    /// Cancelling the task, here or while the body is read, and dropping the body all end in `onAbandon`.
    ///
    /// - Returns: the response.
    /// - Throws: why there is none.
    package func response() async throws(TransportError) -> TransportResponse {
        let received = try await nextHead().get()
        let reader = Reader(self)
        let body = ResponseBody(length: received.length) {
            // The pass ends the exchange when the iterator goes, also where the body itself is still held.
            let pass = Reader(reader.pipe, holding: reader)
            return { () async throws(TransportError) in try await pass.pipe.nextPiece().get() }
        }
        return TransportResponse(head: received.head, body: body)
    }

    /// Ends the exchange because nobody will read any more, as a fault of kind `cancelled`.
    ///
    /// A body that is received but not read is cut off all the same: a cancelled reader must not take a part for the
    /// whole.
    package func abandon() {
        breakOff { phase in
            TransportError(.cancelled, phase: phase, message: "The exchange was cancelled by its caller.")
        }
    }

    func breakOff(_ fault: (TransportError.Phase) -> TransportError) {
        let (wasRunning, wake) = state.withLock { state in
            let wasRunning = state.end == nil
            if state.isUnfinished {
                state.end = .broken(fault(state.phase))
                state.unread.removeAll()
            }
            return (wasRunning, state.takeWake())
        }
        wake?()
        if wasRunning { onAbandon() }
    }

    private func nextHead() async -> HeadResult {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result = state.withLock { state in
                    let result = state.takeHead()
                    if result == nil { state.wait(.head(continuation)) }
                    return result
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            abandon()
        }
    }

    private func nextPiece() async -> PieceResult {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result = state.withLock { state in
                    let result = state.takePiece()
                    if result == nil { state.wait(.piece(continuation)) }
                    return result
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            abandon()
        }
        let isDemanded = state.withLock { state in
            // Not before there is room for some more: a peer that is held back and let go for every piece gets nowhere.
            guard state.isHeldBack, state.unread.count <= highWaterMark / 2 else { return false }
            state.isHeldBack = false
            return state.end == nil
        }
        if isDemanded { onDemand() }
        return result
    }

    /// Somebody who may still read.
    ///
    /// When the last one goes, so does the exchange.
    private final class Reader: Sendable {
        let pipe: ResponsePipe
        private let body: Reader?

        init(_ pipe: ResponsePipe, holding body: Reader? = nil) {
            self.pipe = pipe
            self.body = body
        }

        deinit {
            pipe.abandon()
        }
    }
}
