import ParseOutput

/// What has been counted so far.
struct Tally: Sendable {
    var scripts = 0
    var outcomes: [String: Int] = [:]
    var faults: [Fault: Int] = [:]

    var requests = 0
    var opens = 0
    var resumes = 0
    var weakResumes = 0
    var refreshes = 0
    var tokens = 0

    /// Of the scripts that ended whole.
    var wireBytes = 0
    var objectBytes = 0

    /// Scripts whose host said the same of two versions, or whose reader took parts on the word of a few bytes alone.
    var trusting = 0
    var unnoticed = 0

    var seconds = 0.0

    /// A sum over all outcomes: the same for the same seed, on every machine.
    var digest: UInt64 = 0

    private var legWire = 0
    private var legDelivered = 0

    /// Counts one download of a script.
    mutating func count(_ leg: Leg, _ script: Script) {
        opens += leg.report.opens
        resumes += leg.report.resumes
        weakResumes += leg.report.weakResumes
        refreshes += leg.report.refreshes
        legWire += Int(leg.report.wireBytes)
        legDelivered += Int(leg.report.deliveredBytes)
        let ending = leg.ending?.name ?? ""
        mix([leg.bytes.count, Int(leg.report.wireBytes), leg.report.opens, Int(leg.ended / .microseconds(1))])
        mix(ending.utf8.map(Int.init))
    }

    /// Counts a script that is over, by its last download.
    mutating func count(
        _ verdict: LegCheck.Verdict,
        _ leg: Leg,
        _ script: Script,
        _ storage: FaultyStorage,
        at now: Duration
    ) {
        outcomes[leg.ending?.name ?? "nothing", default: 0] += 1
        if !script.isStrict { trusting += 1 }
        if case .unnoticed = verdict { unnoticed += 1 }
        if case .whole = leg.ending {
            wireBytes += legWire
            objectBytes += legDelivered
        }
        let seen = storage.seen
        requests += seen.requests.count
        faults = seen.faults
        seconds = now / .seconds(1)
        mix([requests])
    }

    mutating func add(_ other: Tally) {
        scripts += other.scripts
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        faults.merge(other.faults, uniquingKeysWith: +)
        requests += other.requests
        opens += other.opens
        resumes += other.resumes
        weakResumes += other.weakResumes
        refreshes += other.refreshes
        tokens += other.tokens
        wireBytes += other.wireBytes
        objectBytes += other.objectBytes
        trusting += other.trusting
        unnoticed += other.unnoticed
        seconds += other.seconds
        digest &+= other.digest
    }

    private mutating func mix(_ numbers: [Int]) {
        for number in numbers { digest = (digest ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3 }
    }
}
