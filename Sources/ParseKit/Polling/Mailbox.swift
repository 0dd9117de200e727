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
        put(letter)
        wake()
    }

    /// Puts a letter in without waking the reader: whoever holds a lock that a cancellation handler takes must not.
    func put(_ letter: Letter) {
        state.withLock { $0.letters.append(letter) }
    }

    /// Wakes the reader if there is something for it.
    func wake() {
        let delivery = state.withLock { state -> (reader: CheckedContinuation<Letter, Never>, letter: Letter)? in
            guard !state.letters.isEmpty, let reader = state.reader.take() else { return nil }
            return (reader, state.letters.removeFirst())
        }
        if let delivery { delivery.reader.resume(returning: delivery.letter) }
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
