/// How far an array has been read.
struct ArrayCursor {
    /// Whether no element has begun.
    var isAtStart = true
}
