/// What was measured with one document.
struct PlanResult: Codable {
    let workload: Workload
    let document: DocumentStatistics
    let cases: [CaseResult]
}
