import Synchronization

/// Carries letters from whoever has some to the one task that reads them, in order.
///
/// Reading does not heed cancellation: whoever is cancelled is sent a last letter that says so.
final class Mailbox<Letter: Sendable>: Sendable {
    private struct State {
        var letters: [Letter] = []
        var reader: CheckedContinuation<Letter, Never>?
    }

    private let state = Mutex(State())

    func send(_ letter: Letter) {
        let reader = state.withLock { state in
            guard let reader = state.reader.take() else {
                state.letters.append(letter)
                return nil as CheckedContinuation<Letter, Never>?
            }
            return reader
        }
        reader?.resume(returning: letter)
    }

    /// Waits for the next letter.
    func next() async -> Letter {
        await withCheckedContinuation { (continuation: CheckedContinuation<Letter, Never>) in
            let letter: Letter? = state.withLock { state in
                guard state.letters.isEmpty else { return state.letters.removeFirst() }
                state.reader = continuation
                return nil
            }
            if let letter { continuation.resume(returning: letter) }
        }
    }
}
