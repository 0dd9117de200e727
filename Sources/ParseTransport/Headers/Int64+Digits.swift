extension Int64 {
    /// Reads a number of digits alone; `nil` for signs, which the standard library would read, and for anything else.
    ///
    /// - Parameters:
    ///   - text: the digits.
    ///   - count: the most of them, 18 or fewer, so that none overflows.
    package init?(digits text: some StringProtocol, atMost count: Int) {
        guard (1...count).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}
