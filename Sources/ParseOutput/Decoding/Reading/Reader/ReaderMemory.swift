/// What a reader keeps from one value to the next, to save making it anew.
struct ReaderMemory: Sendable {
    /// Where strings with escapes are put together.
    var text = TextBuffer()

    /// The id read last where the same one comes many times in a row.
    var repeatedID = RepeatedString()
}
