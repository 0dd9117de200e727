/// What the pages of a workload are written in.
struct Languages {
    private let usual: Vocabulary
    private let rare: Vocabulary

    /// Chooses the languages of a workload; every twentieth page of English comes from an encoder limited to ASCII.
    init(of workload: Workload) {
        switch workload {
        case .cjk:
            usual = .cjk(escaped: false)
            rare = usual
        case .escaped:
            usual = .cjk(escaped: true)
            rare = usual
        default:
            usual = .latin(escaped: false)
            rare = .latin(escaped: true)
        }
    }

    func ofPage(_ number: Int) -> Vocabulary {
        number % 20 == 7 ? rare : usual
    }
}
