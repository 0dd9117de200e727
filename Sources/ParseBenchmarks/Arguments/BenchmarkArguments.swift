/// What the command line asks for.
struct BenchmarkArguments: Equatable {
    /// What is done.
    enum Action: Equatable {
        case measure
        case list
        case help
        /// Measure downloads from a server on this machine.
        case download
        /// Download once in this process, for the process that started it.
        case fetch(FetchKind, url: String)
        /// Measure what the policies around a call cost.
        case policies
        /// Measure one kind of call in this process, for the process that started it.
        case call(CallKind)
        /// Measure so many calls at once in this process, for the process that started it.
        case throughput(Int)
        /// Simulate polling and outages, and write the figures to this directory.
        case simulate(String)
        /// Write a document to this file.
        case generate(String)
        /// Decode a file once, without measuring.
        case decode(caseName: String, path: String)
        /// Measure one case in this process, for the process that started it.
        case sample(caseName: String, path: String)
    }

    private(set) var action = Action.measure

    /// The kinds of document; empty for the usual one.
    private(set) var workloads: [Workload] = []

    /// Sizes in bytes; empty for the usual one.
    private(set) var sizes: [Int] = []

    /// The names of the cases; empty for those that suit the document.
    private(set) var cases: [String] = []
    private(set) var rounds = 3
    private(set) var pieceSize = 64 << 10
    private(set) var seed: UInt64 = 1
    private(set) var wantsAll = false
    private(set) var wantsJSON = false

    /// Whether a document is held in memory and read again and again.
    private(set) var repeats = false

    /// Reads the command line.
    ///
    /// - Parameter arguments: the words after the program's name.
    /// - Throws: what is wrong with them.
    init(_ arguments: [String]) throws(UsageError) {
        var words = ArgumentWords(arguments)
        while let word = words.next() {
            switch word {
            case "--help", "-h": action = .help
            case "--list": action = .list
            case "--all": wantsAll = true
            case "--json": wantsJSON = true
            case "--repeat": repeats = true
            case "--download": action = .download
            case "--fetch":
                action = .fetch(try Self.fetchKind(try words.value(of: word)), url: try words.value(of: word))
            case "--policies": action = .policies
            case "--call": action = .call(try Self.callKind(try words.value(of: word)))
            case "--throughput": action = .throughput(try words.number(of: word, 1...1024))
            case "--simulate": action = .simulate(try words.value(of: word))
            case "--workload": workloads = try words.values(of: word, Self.workload)
            case "--size": sizes = try words.values(of: word, Self.bytes)
            case "--cases":
                cases = try words.values(of: word) { name throws(UsageError) in
                    try BenchmarkCases.named(name).name
                }
            case "--rounds": rounds = try words.number(of: word, 1...1000)
            case "--piece": pieceSize = try words.number(of: word, 1...(1 << 30))
            case "--seed": seed = UInt64(try words.number(of: word, 0...Int.max))
            case "--generate": action = .generate(try words.value(of: word))
            case "--decode": action = .decode(caseName: try words.caseName(of: word), path: try words.value(of: word))
            case "--sample": action = .sample(caseName: try words.caseName(of: word), path: try words.value(of: word))
            default: throw UsageError("there is no option \(word)")
            }
        }
        try checkCombination()
    }

    private func checkCombination() throws(UsageError) {
        if wantsAll, !workloads.isEmpty || !sizes.isEmpty || !cases.isEmpty {
            throw UsageError("--all chooses workloads, sizes and cases itself")
        }
        if case .generate = action, workloads.count > 1 || sizes.count > 1 {
            throw UsageError("--generate writes one document: name one workload and one size")
        }
    }

    private static func workload(_ word: String) throws(UsageError) -> Workload {
        guard let workload = Workload(rawValue: word) else {
            let names = Workload.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("there is no workload \(word); there are \(names)")
        }
        return workload
    }

    private static func fetchKind(_ word: String) throws(UsageError) -> FetchKind {
        guard let kind = FetchKind(rawValue: word) else { throw UsageError("there is no kind of download \(word)") }
        return kind
    }

    private static func callKind(_ word: String) throws(UsageError) -> CallKind {
        guard let kind = CallKind(rawValue: word) else { throw UsageError("there is no kind of call \(word)") }
        return kind
    }

    private static func bytes(_ word: String) throws(UsageError) -> Int {
        guard let size = Double(word), size > 0, size <= 100_000 else {
            throw UsageError("a size is a number of megabytes, such as 20 or 0.5, not \(word)")
        }
        return Int((size * 1e6).rounded())
    }
}
