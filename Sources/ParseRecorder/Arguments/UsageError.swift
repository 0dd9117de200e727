/// A command line that makes no sense.
struct UsageError: Error, Equatable {
    let message: String
}
