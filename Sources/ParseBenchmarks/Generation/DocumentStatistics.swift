/// What a generated document holds.
struct DocumentStatistics: Equatable, Codable {
    var bytes = 0
    var pages = 0
    var chunks = 0
    var blocks = 0
    var words = 0
}
