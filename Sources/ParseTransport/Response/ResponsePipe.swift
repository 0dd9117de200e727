import Synchronization

/// Where the thread that receives a response meets the task that reads it: a head, pieces, then the end or a fault.
///
/// The adapters of this package share it, so that cancelling, abandoning and holding back mean the same on each. The
/// receiving side never waits; the reading side suspends.
package final class ResponsePipe: Sendable {
    let state: Mutex<State>
    let onDemand: @Sendable () -> Void
    let onAbandon: @Sendable () -> Void
    let highWaterMark: Int

    /// Makes the pipe of one exchange.
    ///
    /// - Parameters:
    ///   - highWaterMark: the number of unread bytes from which ``admitsMore()`` says no.
    ///   - onDemand: called on the reader's thread when it has read half of a pipe that had said no.
    ///   - onAbandon: called once on any thread when nobody will read any more and the exchange has not ended.
    package init(
        highWaterMark: Int,
        onDemand: @escaping @Sendable () -> Void,
        onAbandon: @escaping @Sendable () -> Void
    ) {
        self.state = Mutex(State())
        self.highWaterMark = highWaterMark
        self.onDemand = onDemand
        self.onAbandon = onAbandon
    }

    // MARK: - What the reader sees of the exchange

    /// How far the exchange has come.
    package var phase: TransportError.Phase { state.withLock { $0.phase } }

    /// When the reader began to wait for what it waits for now; `nil` while it does not wait.
    package var awaitedSince: ContinuousClock.Instant? { state.withLock { $0.awaitedSince } }

    // MARK: - The receiving side

    /// Notes that the request may reach the server from now on.
    package func requestWillBeSent() {
        state.withLock { if $0.phase == .notSent { $0.phase = .awaitingResponse } }
    }

    /// Takes the head, to be handed out by the next ``deliver()``.
    ///
    /// - Parameters:
    ///   - head: the final response's head.
    ///   - length: the announced length of the body, if any.
    package func receive(_ head: ResponseHead, length: Int64?) {
        state.withLock { state in
            guard state.end == nil else { return }
            state.phase = .receivingBody
            state.head = ReceivedHead(head: head, length: length)
        }
    }

    /// Whether more bytes are welcome.
    ///
    /// A no is followed by `onDemand` once the reader has taken half of what is there.
    ///
    /// - Returns: `false` while the high-water mark is reached.
    package func admitsMore() -> Bool {
        state.withLock { state in
            if state.unread.count < highWaterMark { return true }
            state.isHeldBack = true
            return false
        }
    }

    /// Takes bytes of the body, to be handed out by the next ``deliver()``.
    ///
    /// - Parameter bytes: the bytes; they are copied.
    /// - Returns: the number of bytes that wait to be read now.
    @discardableResult
    package func receive(_ bytes: some Collection<UInt8>) -> Int {
        state.withLock { state in
            if state.end == nil { state.unread.append(bytes) }
            return state.unread.count
        }
    }

    /// Wakes the reader if what it waits for is there.
    ///
    /// Apart from receiving, so that a burst of small pieces costs one wake-up.
    package func deliver() {
        let wake = state.withLock { $0.takeWake() }
        wake?()
    }

    /// Ends the exchange and wakes the reader.
    ///
    /// What is unread can still be read; a fault follows after it.
    ///
    /// - Parameter fault: why the exchange broke off; `nil` if it is whole.
    package func end(_ fault: TransportError?) {
        let wake = state.withLock { state in
            if state.end == nil { state.end = fault.map(End.broken) ?? .whole }
            return state.takeWake()
        }
        wake?()
    }

    /// Ends an exchange that is still running because of a fault found in what was received: what is unread is dropped,
    /// and whoever receives is told to stop.
    ///
    /// - Parameter fault: what was found.
    package func fail(_ fault: TransportError) {
        breakOff { _ in fault }
    }
}
