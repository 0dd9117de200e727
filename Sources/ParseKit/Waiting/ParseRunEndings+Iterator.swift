import ParseModels

extension ParseRunEndings {
    /// The pass over the endings.
    public struct Iterator: AsyncIteratorProtocol {
        private enum Phase {
            case unopened(Plan)
            case waiting(Running, left: Int)
            case over
        }

        private var phase: Phase

        init(_ plan: Plan?) {
            self.phase = plan.map { .unopened($0) } ?? .over
        }

        /// Waits for the next ending.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no element costs a hop.
        /// - Returns: the next ending; `nil` after the last, and ever after.
        public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async -> ParseRunEnding? {
            if case .unopened(let plan) = phase {
                let waits = plan.prepare()
                phase = .waiting(Running(waits, onUpdate: plan.onUpdate), left: waits.waits.count)
            }
            guard case .waiting(let running, let left) = phase, left > 0 else {
                phase = .over
                return nil
            }
            phase = .waiting(running, left: left - 1)
            return await withTaskCancellationHandler {
                await running.endings.next()
            } onCancel: {
                running.task.cancel()
            }
        }
    }

    /// The waits under way; they end with the iterator, which holds the only reference.
    private final class Running: Sendable {
        let endings: Mailbox<ParseRunEnding>
        let task: Task<Void, Never>

        init(_ waits: RunWaits, onUpdate: @escaping @Sendable (ParseRunUpdate) -> Void) {
            let endings = Mailbox<ParseRunEnding>()
            self.endings = endings
            self.task = Task {
                await waits.run(onUpdate: onUpdate) { index, result in
                    endings.send(waits.ending(index, result))
                }
            }
        }

        deinit {
            task.cancel()
        }
    }
}

extension RunWaits {
    /// An ending whose error always has the run's handle, also where nothing could be asked.
    fileprivate func ending(_ index: Int, _ result: Result<ParseRun, ParseError>) -> ParseRunEnding {
        let wait = waits[index]
        return ParseRunEnding(
            id: wait.id,
            result: result.mapError { error in
                guard error.handle == nil else { return error }
                return error.with(wait.handle(lastStatus: nil, waited: .zero), operation: .waitForParseRun)
            }
        )
    }
}
