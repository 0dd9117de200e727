extension TimeSource {
    /// Runs an operation, and cancels it when a deadline comes first.
    ///
    /// - Parameters:
    ///   - deadline: when it must have ended.
    ///   - timeout: what is thrown when it has not.
    ///   - operation: what to run; it must end promptly once cancelled.
    /// - Returns: the operation's value.
    /// - Throws: the operation's error, or the timeout.
    package func run<Value: Sendable, Failure: Error>(
        before deadline: Deadline,
        orThrow timeout: @autoclosure () -> Failure,
        _ operation: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        guard let remaining = deadline.remaining(on: self) else { return try await operation() }
        // Set before the operation begins, so that a test clock knows of it whatever the operation does.
        let alarm = alarm(after: remaining)
        let result = await withTaskGroup(of: Result<Value, Failure>?.self) { group in
            group.addTask {
                do throws(Failure) {
                    return .success(try await operation())
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                try? await alarm()
                return nil
            }
            // A cancelled alarm also ends with nil; the operation then tells what the cancellation means to it.
            var first = await group.next() ?? nil
            if first == nil, Task.isCancelled { first = await group.next() ?? nil }
            group.cancelAll()
            return first
        }
        guard let result else { throw timeout() }
        return try result.get()
    }
}
