/// All that was measured, and how.
struct Report: Codable {
    let command: String
    let swift: String
    let isOptimized: Bool
    let seed: UInt64
    let rounds: Int
    let pieceSize: Int
    let results: [PlanResult]
}
