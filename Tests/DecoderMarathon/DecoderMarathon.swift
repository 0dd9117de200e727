import Foundation

/// Runs the decoder against oracles that share nothing with it, for as long as one likes; the same seed does the same.
///
///     swift run -c release DecoderMarathon [--outputs 100000] [--doubles 10000000] [--seed N] [--seconds N]
@main
enum DecoderMarathon {
    static func main() async {
        guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
            Console.say(Options.usage)
            exit(2)
        }
        do {
            try await run(options)
        } catch {
            Console.say("\(error)")
            let seed = options.seed
            Console.say("a document again: --seed \(seed) --first ITEM --outputs 1 --doubles 0")
            Console.say("numbers again: --seed \(seed) --outputs 0 --doubles \(options.doubles)")
            exit(1)
        }
    }

    private static func run(_ options: Options) async throws {
        let differential = Differential(seed: options.seed)
        let items = options.first..<options.first + options.outputs
        if let folder = options.corpus {
            for item in items {
                let url = URL(fileURLWithPath: folder).appendingPathComponent("made-\(item).json")
                try Data(differential.document(item: item)).write(to: url)
            }
            return
        }
        let width = ProcessInfo.processInfo.activeProcessorCount
        Console.say("seed \(options.seed), \(width) at a time")
        let outputs = try await Batches(title: "outputs", items: items, batch: 100, seconds: options.seconds)
            .run(width: width, { try differential.run(item: $0) }) {
                "\($0.documents) documents, \($0.bytes / 1_000_000) MB, \($0.readings) readings"
            }
        summarise(outputs)
        let numbers = DoubleMarathon(seed: options.seed, total: options.doubles)
        let doubles = try await Batches(title: "doubles", items: numbers.items, batch: 10, seconds: options.seconds)
            .run(width: width, { try numbers.run(item: $0) }) { "\($0.doubles) numbers, \($0.overflows) too large" }
        Console.say(
            "doubles: \(doubles.doubles) are strtod's bit for bit, \(doubles.overflows) refused as too large")
        Console.say("no difference that has not been reviewed")
    }

    private static func summarise(_ tally: Tally) {
        Console.say(
            "outputs: \(tally.accepted) of \(tally.documents) taken by ChunkDecoder; outcomes of all decoders:")
        for (code, count) in tally.errors.sorted(by: { $0.key < $1.key }) { Console.say("  \(count)  \(code)") }
        Console.say("reviewed exceptions:")
        for exception in ReviewedException.allCases {
            Console.say("  \(tally.exceptions[exception] ?? 0)  \(exception.rawValue)")
        }
        Console.say("digest of all outcomes: \(String(tally.digest, radix: 16))")
    }
}
