/// The words of a command line, taken one by one.
struct ArgumentWords {
    private var words: ArraySlice<String>

    init(_ words: [String]) {
        self.words = words[...]
    }

    mutating func next() -> String? {
        words.popFirst()
    }

    /// The word behind an option.
    mutating func value(of option: String) throws(UsageError) -> String {
        guard let word = words.popFirst() else { throw UsageError("\(option) needs a value") }
        return word
    }

    /// The name of a case behind an option.
    mutating func caseName(of option: String) throws(UsageError) -> String {
        try BenchmarkCases.named(try value(of: option)).name
    }

    /// The number behind an option.
    mutating func number(of option: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int {
        let word = try value(of: option)
        guard let number = Int(word), range.contains(number) else {
            throw UsageError("\(option) is a whole number from \(range.lowerBound) to \(range.upperBound), not \(word)")
        }
        return number
    }

    /// The values behind an option, separated by commas.
    mutating func values<Value>(
        of option: String,
        _ parse: (String) throws(UsageError) -> Value
    ) throws(UsageError) -> [Value] {
        var values: [Value] = []
        for word in try value(of: option).split(separator: ",") { values.append(try parse(String(word))) }
        guard !values.isEmpty else { throw UsageError("\(option) needs a value") }
        return values
    }
}
