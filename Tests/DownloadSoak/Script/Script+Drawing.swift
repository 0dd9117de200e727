import ParseOutput
import ParseTransport

extension Script {
    /// Draws a script; the same seed draws the same.
    init(seed: UInt64) {
        let dice = Dice(seed)
        self.seed = seed
        isLying = dice.happens(8)
        isShuffled = dice.happens(50)
        tick = dice.pick([.zero, .zero, .microseconds(1), .milliseconds(1)])
        capabilities = TransportCapabilities(
            streamsWithBackpressure: dice.happens(60),
            decompressesBodies: dice.happens(15)
        )
        let length = Self.length(dice, isWindowed: !capabilities.streamsWithBackpressure)
        let block = dice.happens(25) ? dice.within(1_000...60_000) : nil
        gzipBlock = block
        validators = ObjectVersion.Validators(
            tag: dice.pick([.strong, .strong, .strong, .strong, .strong, .strong, .weak, .weak, .none, .none]),
            isDated: dice.happens(60)
        )
        host = Self.host(dice, length: length, isLying: isLying)
        configuration = Self.configuration(dice)
        attempts = dice.happens(80) ? 4 : dice.within(1...12)
        reader = Self.reader(dice)
        versions = Self.versions(
            dice, length, isReplaced: host.faults.contains(.replaced), isLying: isLying, validators, gzipBlock: block)
    }

    private static func length(_ dice: Dice, isWindowed: Bool) -> Int {
        switch dice.below(100) {
        case 0..<3: 0
        case 3..<15: dice.within(1...64)
        case 15..<35: dice.within(1...10_000)
        case 35..<(isWindowed ? 50 : 78): dice.within(1...100_000)
        case ..<96: dice.within(65_000...400_000)
        default: dice.within(400_000...1_500_000)
        }
    }

    private static func versions(
        _ dice: Dice,
        _ length: Int,
        isReplaced: Bool,
        isLying: Bool,
        _ validators: ObjectVersion.Validators,
        gzipBlock: Int?
    ) -> [ObjectVersion] {
        var content = ObjectVersion.bytes(length, seed: dice.seed())
        var versions = [ObjectVersion(content, number: 0, validators: validators, gzipBlock: gzipBlock)]
        guard isReplaced else { return versions }
        for number in 1...2 {
            if dice.happens(85) || isLying {
                content = ObjectVersion.damaged(content, by: dice)
            } else {
                content = ObjectVersion.bytes(dice.within(0...2 * length), seed: dice.seed())
            }
            var version = ObjectVersion(content, number: number, validators: validators, gzipBlock: gzipBlock)
            if isLying { (version.eTag, version.lastModified) = (versions[0].eTag, versions[0].lastModified) }
            versions.append(version)
        }
        return versions
    }

    private static func host(_ dice: Dice, length: Int, isLying: Bool) -> Host {
        let all = Fault.allCases
        var faults =
            switch dice.below(20) {
            case 0: [Fault]()
            case 1..<6: all
            default: (0..<dice.within(1...6)).map { _ in dice.pick(all) }
            }
        // What breaks a body off, so that there is something to go on from, and what makes a lie worth telling.
        if !faults.isEmpty, dice.happens(70) { faults.append(.brokenBody) }
        if isLying { faults += [.replaced, .brokenBody] }
        return Host(
            framing: dice.pick([
                .length, .length, .length, .length, .length, .length, .length, .length, .chunked, .closing,
            ]),
            faults: faults,
            faultRate: dice.within(20...95),
            mostFaults: dice.pick([1, 2, 3, 4, 6, 10, 40]),
            urlLifetime: dice.pick([5, 40, 120, 900, 900, 900]),
            urlForm: dice.pick([.amazon, .amazon, .amazon, .google, .epoch, .silent]),
            urlFailureRate: dice.happens(5) ? 30 : 0,
            urlRepeatRate: dice.happens(5) ? 50 : 0,
            skew: dice.happens(20) ? dice.within(-200...200) : 0,
            pieceBytes: max(dice.pick([1, 100, 1_000, 16_384, 65_536]), length / 400),
            longestLag: dice.pick([0, 0, 0.01, 0.5]),
            hidesShortBodies: dice.happens(50)
        )
    }

    private static func configuration(_ dice: Dice) -> DownloadConfiguration {
        DownloadConfiguration().with {
            $0.timeout = .seconds(dice.pick([20, 120, 600, 3_600, 7_200]))
            $0.maximumOpens = dice.happens(10) ? dice.within(1...8) : 1_000
            $0.maximumRefreshes = dice.within(0...3)
            $0.maximumRestarts = dice.within(0...2)
            $0.validation = dice.happens(10) ? .lenient : .strict
            $0.windowBytes = dice.pick([0, 65_536, 100_000, 4 << 20])
            if dice.happens(10) { $0.rereadLimit = Int64(dice.within(0...200_000)) }
            if dice.happens(5) { $0.bufferedBytes = dice.within(0...200_000) }
            if dice.happens(5) { $0.maximumBytes = Int64(dice.within(0...200_000)) }
            if dice.happens(20) { $0.minimumThroughput = 0 }
        }
    }

    private static func reader(_ dice: Dice) -> Reader {
        let mostResumes = dice.pick([0, 0, 1, 3])
        return Reader(
            collects: dice.happens(10),
            pauseRate: dice.pick([0, 0, 0, 10, 100]),
            longestPause: dice.pick([0.1, 20, 300]),
            leaveRate: mostResumes > 0 ? dice.pick([0, 10, 50]) : 0,
            mostResumes: mostResumes,
            cancelledAfter: dice.happens(12) ? dice.spread(1...4_000) : nil
        )
    }
}
