/// What the command line asks for.
struct RecorderArguments: Equatable {
    /// What is recorded.
    enum Source: Equatable {
        /// A run of the real service.
        case run(String)
        /// A run of the simulated service.
        case simulated(InventedRun)
    }

    /// What is recorded; `nil` where only help is asked for.
    var source: Source?

    /// The directory that the recording is written to, or the test target whose fixtures it joins.
    var destination = ""

    /// The file's name, without what it ends in.
    var name = ""

    var overwrites = false
    var wantsHelp = false

    /// Reads the command line.
    ///
    /// - Parameter arguments: the words after the program's name.
    /// - Throws: what is wrong with them.
    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        var runs: [String] = []
        var simulated: String?
        while let argument = rest.popFirst() {
            switch argument {
            case "--help", "-h": wantsHelp = true
            case "--force": overwrites = true
            case "--simulated": simulated = try Self.value(of: argument, &rest)
            case "--to": destination = try Self.value(of: argument, &rest)
            case "--name": name = try Self.value(of: argument, &rest)
            case _ where argument.hasPrefix("-"): throw UsageError(message: "There is no option \(argument).")
            default: runs.append(argument)
            }
        }
        guard !wantsHelp else { return }
        source = try Self.source(runs, simulated)
        if name.isEmpty { name = simulated ?? runs.first ?? "" }
        guard !destination.isEmpty else {
            throw UsageError(message: "Say where to: --to Tests/AppTests/Fixtures, or --to AppTests.")
        }
        guard !name.contains("/"), !name.hasPrefix(".") else {
            throw UsageError(message: "A recording's name is that of a file, without its directory: --name invoice.")
        }
    }

    private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else {
            throw UsageError(message: "\(option) is followed by a value.")
        }
        return value
    }

    private static func source(_ runs: [String], _ simulated: String?) throws(UsageError) -> Source {
        switch (runs.count, simulated) {
        case (1, nil): return .run(runs[0])
        case (0, let name?):
            guard let run = InventedRun(rawValue: name) else {
                throw UsageError(
                    message:
                        "There is no simulated run \(name); there are \(InventedRun.names.joined(separator: ", "))."
                )
            }
            return .simulated(run)
        case (0, nil): throw UsageError(message: "Name a run: pr_…, or --simulated invoice.")
        default: throw UsageError(message: "Name one run, either by its id or as --simulated.")
        }
    }

    static let help = """
        record-parse-run: records a parse run into a fixture that ReplayTransport and ParseFixtures read.

        swift package record-parse-run RUN_ID --to DIRECTORY            a run of yours, with the key in EXTEND_API_KEY
        swift package record-parse-run --simulated NAME --to DIRECTORY  an invented run: \(InventedRun.names.joined(separator: ", "))

        --to DIRECTORY   where the recording goes, such as Tests/AppTests/Fixtures; the name of a test target stands for
                         the directory Fixtures of it. The last part of the path is made where it is missing
        --name NAME      the file is NAME.parserecording, and its accessor ParseFixture.NAME. Default: the run's own
        --force          overwrites a recording that is there
        --help           this text

        The run is waited for and its output fetched whole. Keys, workspaces and the queries of URLs are replaced before
        anything is written; what is in the document is not. SwiftPM asks for leave to use the network and to write; without
        a terminal give it before the command's name:

            swift package --allow-network-connections all:443 --allow-writing-to-package-directory record-parse-run …

        EXTEND_BASE_URL, EXTEND_REGION, EXTEND_WORKSPACE_ID and EXTEND_API_VERSION are honoured. Exit codes: 0 done,
        1 failed, 2 wrong usage.
        """
}
