import ParseRetry
import ParseTransport

/// The next window, fetched while the one before it is consumed.
///
/// It ends, and its exchange with it, when this is let go.
final class WindowAhead: Sendable {
    /// What was asked for; it serves nobody who wants something else.
    let request: StorageRequest

    private let task: Task<Result<StorageExchange.Opened, TransportError>, Never>

    init(_ request: StorageRequest, over exchange: StorageExchange, timers: BodyTimers) {
        self.request = request
        self.task = Task {
            do throws(TransportError) {
                let opened = try await exchange.open(request)
                return .success(await Self.filled(opened, of: request, timers: timers, on: exchange.time))
            } catch {
                return .failure(error)
            }
        }
    }

    deinit {
        task.cancel()
    }

    /// Waits for the window.
    ///
    /// - Returns: the answer and the pieces that came, with the fault that broke them off in its place.
    /// - Throws: why there is no answer.
    func opened() async throws(TransportError) -> StorageExchange.Opened {
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        return try result.get()
    }

    /// Takes in what was asked for, and no more: of a host that ignores ranges, or where they end, nothing is read ahead.
    private static func filled(
        _ opened: StorageExchange.Opened,
        of request: StorageRequest,
        timers: BodyTimers,
        on time: TimeSource
    ) async -> StorageExchange.Opened {
        guard let body = opened.body, opened.answer.status == 206, let range = opened.answer.range,
            let start = range.start, let end = range.end, let asked = request.range?.end, end <= asked
        else { return opened }
        let guarded = GuardedBody(body, timers: timers, on: time)
        var pieces: [ArraySlice<UInt8>] = []
        var count: Int64 = 0
        var fault: TransportError?
        reading: while count <= end - start {
            switch await guarded.next(pieces.count, on: time).event {
            case .piece(let piece):
                pieces.append(piece)
                count += Int64(piece.count)
            case .end: break reading
            case .fault(let error):
                fault = error
                break reading
            case .released: break reading
            }
        }
        let filled = ResponseBody(length: body.length) { [pieces, fault] in
            var rest = pieces[...]
            return { () async throws(TransportError) in
                if let piece = rest.popFirst() { return piece }
                if let fault { throw fault }
                return nil
            }
        }
        return StorageExchange.Opened(answer: opened.answer, body: filled)
    }
}
