/// What the command line asks for.
struct Options {
    var outputs = 100_000
    var doubles = 10_000_000
    var seed: UInt64 = 1
    var first = 0
    var seconds: Double?
    var corpus: String?

    static let usage = """
        usage: DecoderMarathon [--outputs N] [--doubles N] [--seed N] [--seconds N] [--first N] [--corpus FOLDER]

          --outputs N       documents to compare (default: 100000)
          --doubles N       numbers to compare (default: 10000000)
          --seed N          what everything is made from (default: 1)
          --seconds N       the most time for each of the two parts (default: no bound)
          --first N         the first document's number, to have a failing one again
          --corpus FOLDER   writes the documents into a folder instead, a file each
        """

    /// - Returns: the options, `nil` where they cannot be made out.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let text = rest.popFirst() else { return nil }
            if name == "--corpus" {
                corpus = text
                continue
            }
            guard let value = UInt64(text), value <= UInt64(Int.max) || name == "--seed" else { return nil }
            switch name {
            case "--outputs": outputs = Int(value)
            case "--doubles": doubles = Int(value)
            case "--seed": seed = value
            case "--first": first = Int(value)
            case "--seconds": seconds = Double(value)
            default: return nil
            }
        }
    }
}
