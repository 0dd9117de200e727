/// Something that a scenario changes while it is played.
struct ScenarioChange: Sendable {
    enum Kind: Sendable {
        case expireURLs
        case replaceOutput(runID: String, SimulatedOutput)
        case deleteRun(id: String)
    }

    let kind: Kind
    let moment: SimulatedMoment

    var description: String {
        let what =
            switch kind {
            case .expireURLs: "URLs expire"
            case .replaceOutput(let id, _): "the output of \(id) is replaced"
            case .deleteRun(let id): "\(id) is deleted"
            }
        return "\(what) \(moment)"
    }
}
