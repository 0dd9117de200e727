import Foundation

/// Runs downloads against hosts on which things go wrong as a seed decides; the same seed does the same.
///
///     swift run -c release DownloadSoak [--scripts 20000] [--seed N]
///     swift run -c release DownloadSoak --replay SEED
@main
enum DownloadSoak {
    static func main() {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            print(Options.usage)
            exit(2)
        }
        guard EnqueueHook.install() else {
            print("this Swift runtime does not let a program decide in which order its tasks run")
            exit(2)
        }
        if let seed = options.replayed { replay(seed) } else { run(options) }
    }

    private static func replay(_ seed: UInt64) {
        let run = ScriptRun(seed: seed, isTracing: true)
        var result = "no failure"
        do throws(Failure) { _ = try run.run() } catch { result = "\(error)" }
        for line in run.trace { print(line) }
        print(result)
        exit(result == "no failure" ? 0 : 1)
    }

    private static func run(_ options: Options) {
        let start = ContinuousClock.now
        let (tally, failures) = Soak(options).run()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        summarise(tally, seconds: seconds)
        for failure in failures { print(failure) }
        guard failures.isEmpty else { exit(1) }
        print("every script ended in the object's bytes or in an error that says why")
    }

    private static func summarise(_ tally: Tally, seconds: Double) {
        print("\(tally.scripts) scripts in \(Int(seconds)) s, \(Int(Double(tally.scripts) / seconds)) a second")
        print("outcomes:")
        for (name, count) in tally.outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("  \(count)  \(name)")
        }
        print("faults:")
        for fault in Fault.allCases { print("  \(tally.faults[fault] ?? 0)  \(fault)") }
        let ratio = Double(tally.wireBytes) / Double(max(1, tally.objectBytes))
        print(
            "\(tally.wireBytes) bytes came over the wire for \(tally.objectBytes), \((ratio * 1_000).rounded() / 1_000) times"
        )
        print(
            """
            \(tally.requests) requests, \(tally.resumes) of \(tally.opens) opens went on behind bytes, \
            \(tally.weakResumes) on the word of the seam alone; \(tally.refreshes) refreshes, \(tally.tokens) tokens gone on \
            from; \(Int(tally.seconds / 86_400)) days of virtual time
            """
        )
        print(
            """
            \(tally.trusting) scripts had nothing but the seam to tell versions apart; in \(tally.unnoticed) that was too \
            little, where it had to be
            """
        )
        print("digest of all outcomes: \(String(tally.digest, radix: 16))")
    }
}
