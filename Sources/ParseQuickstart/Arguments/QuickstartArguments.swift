/// What the command line asks for.
struct QuickstartArguments: Equatable {
    /// What is read.
    enum Input: Equatable {
        /// A run of the simulated service, with an embedded document.
        case simulated
        /// A saved output or run.
        case file(String)
        /// A run of the real service.
        case run(String)
    }

    /// What is printed.
    enum Output: Equatable {
        case summary
        case chunks
        case blocks
    }

    var input = Input.simulated
    var output = Output.summary
    var wantsHelp = false

    /// Reads the command line.
    ///
    /// - Parameter arguments: the words after the program's name.
    /// - Throws: what is wrong with them.
    init(_ arguments: [String]) throws(UsageError) {
        var inputs: [String] = []
        var onlyInputs = false
        for argument in arguments {
            switch argument {
            case _ where onlyInputs: inputs.append(argument)
            case "--": onlyInputs = true
            case "--help", "-h": wantsHelp = true
            case "--chunks": try choose(.chunks)
            case "--blocks": try choose(.blocks)
            case _ where argument.hasPrefix("-"): throw UsageError(message: "There is no option \(argument).")
            default: inputs.append(argument)
            }
        }
        guard inputs.count <= 1 else { throw UsageError(message: "Name one file or one run id, not \(inputs.count).") }
        if let name = inputs.first { input = Self.input(name) }
    }

    private mutating func choose(_ output: Output) throws(UsageError) {
        guard self.output == .summary else { throw UsageError(message: "Choose one of --chunks and --blocks.") }
        self.output = output
    }

    /// What looks like a file is one; ids never hold a slash or a dot.
    private static func input(_ name: String) -> Input {
        name.contains("/") || name.contains(".") ? .file(name) : .run(name)
    }

    static let help = """
        parse-quickstart: waits for a parse run, streams its output and shows what is in it.

        parse-quickstart                 a run of the simulated service; needs no key and no network
        parse-quickstart FILE.json       a saved output, or a saved run with its output inside
        parse-quickstart RUN_ID          a run of the service; the key is in EXTEND_API_KEY

        --chunks    print each chunk as one line of the API's own JSON instead of the summary
        --blocks    print each block as one line of the API's own JSON instead of the summary
        --help      print this

        Data goes to standard output, status to standard error. Exit status: 0 done, 1 failed, 2 wrong usage,
        130 interrupted. EXTEND_BASE_URL, EXTEND_REGION, EXTEND_WORKSPACE_ID and EXTEND_API_VERSION are honoured.
        """
}
