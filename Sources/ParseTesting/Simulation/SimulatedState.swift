/// What a ``SimulatedParseAPI`` remembers.
struct SimulatedState: Sendable {
    struct Entry: Sendable {
        var run: SimulatedRun
        let began: Duration
    }

    /// A presigned URL that was given out.
    struct Issue: Sendable {
        let runID: String
        let expires: Duration

        /// Whether it was ended before its time.
        var isEnded = false
    }

    private(set) var runs: [String: Entry] = [:]
    private(set) var issued: [String: Issue] = [:]
    private(set) var account = SimulatedAccount()
    var exchanges: [SimulatedExchange] = []

    /// Every run that there ever was, in order.
    private var known: [String] = []
    private var knownIDs: Set<String> = []
    private var rules: [Int: FaultRule] = [:]
    private var nextRule = 0
    private var documentFaults: [DocumentFault]
    private var changes: [ScenarioChange]
    private var limit: CallLimit?

    init(_ scenario: ParseScenario) {
        documentFaults = scenario.documentFaults
        changes = scenario.changes
        limit = scenario.limit
        for run in scenario.runs { add(run, at: .zero) }
        for rule in scenario.rules { add(rule) }
    }

    // MARK: What it holds

    mutating func add(_ run: SimulatedRun, at elapsed: Duration) {
        runs[run.id] = Entry(run: run, began: elapsed)
        if knownIDs.insert(run.id).inserted { known.append(run.id) }
    }

    mutating func delete(_ id: String) {
        runs[id] = nil
    }

    mutating func replaceOutput(of id: String, with output: SimulatedOutput) -> Bool {
        guard runs[id] != nil else { return false }
        runs[id]?.run.document = output
        return true
    }

    mutating func issue(for id: String, until end: Duration) -> Int {
        let number = issued.count + 1
        issued[SimulatedStorage.signature(number)] = Issue(runID: id, expires: end)
        return number
    }

    mutating func expireURLs() {
        for signature in issued.keys { issued[signature]?.isEnded = true }
    }

    // MARK: What goes wrong

    /// Adds a rule, which goes before those added earlier.
    mutating func add(_ rule: FaultRule) {
        rules[nextRule] = rule
        nextRule += 1
    }

    /// Adds a rule for one request, in the place of another one for the same.
    mutating func replace(_ fault: SimulatedFault, for host: SimulatedHost, number: Int) {
        rules = rules.filter { !$0.value.isOnly(for: host, number: number) }
        add(FaultRule(fault: fault, span: .requests(host, number..<number + 1)))
    }

    /// Counts a request, and says what shall become of it.
    mutating func admit(
        _ path: String,
        of runID: String?,
        to host: SimulatedHost,
        at elapsed: Duration
    ) -> SimulatedVisit {
        switch host {
        case .api: account.calls += 1
        case .storage: account.downloads += 1
        }
        settle(at: elapsed)
        let number = host == .api ? account.calls : account.downloads
        let runID = runID.flatMap { knownIDs.contains($0) ? $0 : nil }
        if let runID {
            switch host {
            case .api: account.runs[runID, default: SimulatedAccount.Run()].calls += 1
            case .storage: account.runs[runID, default: SimulatedAccount.Run()].downloads += 1
            }
        }
        var visit = SimulatedVisit(host: host, number: number, time: elapsed, path: path, runID: runID)
        let rule = rules.filter { $0.value.applies(to: host, number: number, at: elapsed) }.max { $0.key < $1.key }
        if let rule {
            visit.fault = rule.value.fault
            visit.rule = rule.key
        } else if host == .api, let wait = limit?.admit(at: elapsed) {
            visit.wait = wait
            account.refusedCalls += 1
        }
        return visit
    }

    /// Lets the changes come about whose moment has come.
    mutating func settle(at elapsed: Duration) {
        guard !changes.isEmpty else { return }
        let (calls, downloads) = (account.calls, account.downloads)
        var waiting: [ScenarioChange] = []
        for change in changes {
            let isDue = change.moment.hasCome(elapsed: elapsed, calls: calls, downloads: downloads)
            if !isDue || !apply(change.kind) { waiting.append(change) }
        }
        changes = waiting
    }

    private mutating func apply(_ kind: ScenarioChange.Kind) -> Bool {
        switch kind {
        case .expireURLs:
            expireURLs()
            return true
        case .replaceOutput(let id, let output):
            return replaceOutput(of: id, with: output)
        case .deleteRun(let id):
            defer { delete(id) }
            return runs[id] != nil
        }
    }

    /// Takes the fault of a document that strikes at an offset, or says how far it is to the next one.
    mutating func takeFault(of visit: SimulatedVisit, within range: Range<Int>) -> (
        clear: Int, fault: DocumentFault.Kind?
    ) {
        let next = documentFaults.indices.filter { index in
            let fault = documentFaults[index]
            return !fault.hasStruck && range.contains(fault.offset) && fault.runID ?? visit.runID == visit.runID
        }.min { documentFaults[$0].offset < documentFaults[$1].offset }
        guard let next else { return (range.count, nil) }
        let fault = documentFaults[next]
        guard fault.offset == range.lowerBound else { return (fault.offset - range.lowerBound, nil) }
        documentFaults[next].hasStruck = true
        account.strikes.append(.init(fault: fault.description, host: visit.host, number: visit.number))
        return (1, fault.kind)
    }

    // MARK: What it says afterwards

    mutating func strike(_ visit: SimulatedVisit) {
        guard let fault = visit.fault, let rule = visit.rule else { return }
        rules[rule]?.struck += 1
        account.strikes.append(.init(fault: fault.description, host: visit.host, number: visit.number))
    }

    mutating func note(_ problem: SimulationProblem) {
        account.surprises.append(problem)
    }

    mutating func count(bytes: Int, for visit: SimulatedVisit) {
        account.bytes += bytes
        if let id = visit.runID { account.runs[id]?.bytes += bytes }
    }

    /// Everything that is not as it should be.
    var problems: [SimulationProblem] {
        let unused =
            rules.sorted { $0.key < $1.key }.compactMap(\.value.shortfall)
            + documentFaults.filter { !$0.hasStruck }.map { "\($0.description) never struck" }
            + changes.map { "it never came about that \($0.description)" }
        let unasked = known.filter { account.runs[$0] == nil }
        return account.surprises + unused.map { SimulationProblem(.unusedFault, $0) }
            + unasked.map { SimulationProblem(.unaskedRun, "nobody asked for \($0)") }
    }
}
