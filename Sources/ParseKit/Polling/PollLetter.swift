/// What a waiter is told by a ``PollHub``.
struct PollLetter: Sendable {
    enum Content: Sendable {
        /// The run was looked at, and more will follow.
        case update(ParseRunUpdate)

        /// The last letter.
        case ended(PollEnding)
    }

    /// The waiter's number.
    let number: Int

    let content: Content
}
