/// How far a stream has come: a bar where the number of pages is known, a count where it is not.
struct ProgressBar {
    private let console: Console
    private var shown = -1

    init(console: Console) {
        self.console = console
    }

    /// Shows the progress, if it looks different from before.
    ///
    /// - Parameters:
    ///   - page: the last page seen.
    ///   - pages: how many there are; `nil` where that is not known.
    ///   - chunks: how many chunks have come.
    mutating func show(_ page: Int, of pages: Int?, chunks: Int) {
        guard console.isInteractive else { return }
        guard let pages, pages > 0 else {
            console.progress("\(chunks) chunks")
            return
        }
        let percent = min(100, max(0, page) * 100 / pages)
        guard percent != shown else { return }
        shown = percent
        let filled = percent * Self.width / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        console.progress("\(bar) \(percent) %, \(chunks) chunks")
    }

    private static let width = 30
}
