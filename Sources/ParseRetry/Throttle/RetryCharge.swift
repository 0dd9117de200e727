/// What one retry cost its client's budget.
public struct RetryCharge: Sendable, Hashable {
    /// The price in tokens.
    public let tokens: Int

    /// Makes a charge.
    ///
    /// - Parameter tokens: the price.
    public init(tokens: Int) {
        self.tokens = tokens
    }
}
