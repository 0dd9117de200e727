/// Something that must not be.
struct Failure: Error, CustomStringConvertible {
    let seed: UInt64
    let what: [String]

    var description: String {
        "FAILURE in the script \(seed): \(what.joined(separator: "; "))\n"
            + "  again: swift run -c release DownloadSoak --replay \(seed)"
    }
}
