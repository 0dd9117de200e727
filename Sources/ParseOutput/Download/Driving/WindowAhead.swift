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
    private let count = ByteCount()

    /// How many bytes have come so far.
    var received: Int64 { count.value.withLock(\.self) }

    private final class ByteCount: Sendable {
        let value = Mutex<Int64>(0)
    }

    init(_ request: StorageRequest, over exchange: StorageExchange, timers: BodyTimers) {
        self.request = request
        self.task = Task { [count] in
            do throws(TransportError) {
                let opened = try await exchange.open(request)
                return .success(
                    await Self.filled(opened, of: request, timers: timers, on: exchange.time, counting: count))
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

    /// Takes in what was asked for, and no more: of a host that ignores ranges, or where they end, nothing is read ahead.
    private static func filled(
        _ opened: StorageExchange.Opened,
        of request: StorageRequest,
        timers: BodyTimers,
        on time: TimeSource,
        counting received: ByteCount
    ) async -> StorageExchange.Opened {
        guard let body = opened.body, opened.answer.status == 206, let range = opened.answer.range,
            let start = range.start, let end = range.end, let asked = request.range?.end, end <= asked
        else { return opened }
        let guarded = GuardedBody(body, timers: timers, on: time)
        // One buffer of the window's size: many small ones, freed by another thread, would hold far more memory.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(clamping: end - start))
        var pieces = 0
        var fault: TransportError?
        reading: while bytes.count <= end - start {
            switch await guarded.next(pieces, on: time).event {
            case .piece(let piece):
                bytes += piece
                pieces += 1
                received.value.withLock { $0 += Int64(piece.count) }
            case .end: break reading
            case .fault(let error):
                fault = error
                break reading
            case .released: break reading
            }
        }
        let filled = ResponseBody(length: body.length) { [bytes, fault] in
            var rest = bytes[...]
            return { () async throws(TransportError) in
                let piece = rest.prefix(pieceSize)
                rest = rest.dropFirst(pieceSize)
                if !piece.isEmpty { return piece }
                if let fault { throw fault }
                return nil
            }
        }
        return StorageExchange.Opened(answer: opened.answer, arrived: opened.arrived, body: filled)
    }

    /// How much of a window is handed out at a time.
    private static let pieceSize = 65_536
}
