/// What the command line asks for.
struct Options {
    var scripts = 20_000
    var seed: UInt64 = 1
    var replayed: UInt64?
    var announces = false

    static let usage = """
        usage: DownloadSoak [--scripts N] [--seed N] [--replay SEED] [--announce]

          --scripts N     how many scripts to run (default: 20000)
          --seed N        what the scripts' seeds are made from (default: 1)
          --replay SEED   runs one script, and shows its requests and answers
          --announce      names each script before it runs, for one that ends the process
        """

    /// - Returns: the options, `nil` where they cannot be made out.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--announce" {
                announces = true
                continue
            }
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch name {
            case "--scripts": scripts = Int(clamping: value)
            case "--seed": seed = value
            case "--replay": replayed = value
            default: return nil
            }
        }
    }
}
