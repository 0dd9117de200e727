/// What a ``SimulatedParseAPI`` remembers.
struct SimulatedState: Sendable {
    struct Entry: Sendable {
        let run: SimulatedRun
        let began: Duration
    }

    /// A presigned URL that was given out.
    struct Issue: Sendable {
        let runID: String
        let expires: Duration
    }

    var runs: [String: Entry] = [:]
    var issued: [String: Issue] = [:]
    var issues = 0
    var calls = 0
    var downloads = 0
    var callFaults: [Int: SimulatedFault] = [:]
    var downloadFaults: [Int: SimulatedFault] = [:]
    var exchanges: [SimulatedExchange] = []

    /// Counts a request and takes the fault that was meant for it.
    mutating func count(isStorage: Bool) -> (number: Int, fault: SimulatedFault?) {
        if isStorage {
            downloads += 1
            return (downloads, downloadFaults.removeValue(forKey: downloads))
        }
        calls += 1
        return (calls, callFaults.removeValue(forKey: calls))
    }
}
