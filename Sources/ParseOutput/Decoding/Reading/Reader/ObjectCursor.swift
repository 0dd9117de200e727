/// How far an object has been read.
///
/// Between members the reader stands at the separator before the next one: the opening brace, or a comma.
struct ObjectCursor {
    /// The index of its opening brace.
    let start: Int

    /// How many members have begun.
    var members = 0

    /// What stands before the next member, if there is one.
    var separator = UInt8(ascii: "{")

    /// The name of the member whose value is next, where it has been read and nobody has taken it.
    var key = MemberKey()
    var isAtValue = false

    /// How many members had begun when it was last asked whether the object goes on.
    var membersBefore = 0

    init(start: Int) {
        self.start = start
    }
}
