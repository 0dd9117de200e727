extension Duration {
    /// A part of it, reckoned in integers, so that no length of time overflows and the whole stays the whole.
    ///
    /// - Parameter share: from 0 to 1; what lies outside, or is no number, is taken for the nearer bound or 0.
    /// - Returns: the part, rounded towards zero.
    func part(_ share: Double) -> Duration {
        // In this order what is not a number counts as 0.
        let parts = UInt128(min(1, max(0, share)) * 0x1p52)
        let (high, low) = attoseconds.magnitude.multipliedFullWidth(by: parts)
        let (magnitude, _) = (UInt128(1) << 52).dividingFullWidth((high, low))
        let part = Int128(magnitude)
        return Duration(attoseconds: attoseconds < 0 ? -part : part)
    }

    /// Twice or three times it, and never more than a cap.
    func multiplied(by factor: Int, cap: Duration) -> Duration {
        self > cap / factor ? cap : min(cap, self * factor)
    }
}
