extension RandomAccessCollection {
    /// Finds where a sorted collection passes a bound, by halving it.
    ///
    /// - Parameter isBefore: whether an element lies before the bound; once it does not, none behind it does.
    /// - Returns: the index of the first element that does not; the end where all do.
    func firstIndex(behind isBefore: (Element) -> Bool) -> Index {
        var rest = self[...]
        while !rest.isEmpty {
            let middle = rest.index(rest.startIndex, offsetBy: rest.count / 2)
            rest = isBefore(rest[middle]) ? rest[index(after: middle)...] : rest[..<middle]
        }
        return rest.startIndex
    }
}
