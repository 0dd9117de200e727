/// How far an object has been read.
struct ObjectCursor {
    /// The index of its opening brace.
    let start: Int

    /// How many members have begun.
    var members = 0
}

/// How far an array has been read.
struct ArrayCursor {
    /// Whether no element has begun.
    var isAtStart = true
}
