import ParseRetry
import ParseTransport
import Synchronization

/// The next window, fetched while the one before it is consumed.
///
/// It ends, and its exchange with it, when this is let go.
final class WindowAhead: Sendable {
    /// What was asked for; it serves nobody who wants something else.
    let request: StorageRequest

    private let task: Task<Result<StorageExchange.Opened, TransportError>, Never>
    private let isTaken = Mutex(false)

    /// What it is taken into.
    let bytes: WindowBytes

    /// How many bytes have come so far.
    var received: Int64 { bytes.received }

    init(_ request: StorageRequest, over exchange: StorageExchange, timers: BodyTimers, into bytes: WindowBytes) {
        self.request = request
        self.bytes = bytes
        self.task = Task { [bytes] in
            do throws(TransportError) {
                let opened = try await exchange.open(request)
                return .success(
                    await Self.filled(opened, of: request, timers: timers, over: exchange, into: bytes))
            } catch {
                return .failure(error)
            }
        }
    }

    deinit {
        task.cancel()
    }

    /// Takes it, as copies of a reader all hold it and its bytes come once.
    ///
    /// - Returns: whether it is the caller's now; `false` where another one has it.
    func take() -> Bool {
        isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
    }

    /// Waits for the window.
    ///
    /// - Returns: the answer and the bytes that came, with the fault that broke them off in its place.
    /// - Throws: why there is no answer.
    func opened() async throws(TransportError) -> StorageExchange.Opened {
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        return try result.get()
    }

    /// Takes in what was asked for, and no more: of a host that ignores ranges, or their bounds, nothing is
    /// read ahead.
    private static func filled(
        _ opened: StorageExchange.Opened,
        of request: StorageRequest,
        timers: BodyTimers,
        over exchange: StorageExchange,
        into bytes: WindowBytes
    ) async -> StorageExchange.Opened {
        guard let body = opened.body, opened.answer.status == 206, let range = opened.answer.range,
            let start = range.start, let end = range.end, let asked = request.range, let last = asked.end, end <= last
        else { return opened }
        let bearable = max(Int64(exchange.configuration.bufferedBytes), last - asked.start)
        guard end - start <= bearable else { return opened }
        // What is merely announced is not worth more memory than may be held.
        bytes.reserve(min(Int(clamping: end - start), max(0, exchange.configuration.bufferedBytes)))
        let time = exchange.time
        let guarded = GuardedBody(body, timers: timers, on: time)
        var pieces = 0
        var fault: TransportError?
        reading: while bytes.received <= end - start {
            switch await guarded.next(pieces, on: time).event {
            case .piece(let piece):
                bytes.append(piece)
                pieces += 1
            case .end: break reading
            case .fault(let error):
                fault = error
                break reading
            case .released: break reading
            }
        }
        let filled = ResponseBody(length: body.length) { [fault] in
            { () async throws(TransportError) in
                if let piece = bytes.popFirst() { return piece }
                if let fault { throw fault }
                return nil
            }
        }
        return StorageExchange.Opened(answer: opened.answer, arrived: opened.arrived, body: filled)
    }
}
