/// Looks where bytes of several versions were joined that nothing but the seam tells apart.
///
/// A host that says the same of a new version as of the old one cannot be found out by what it says. What must hold all
/// the same: each byte is one of the versions' at its place, and so are all before it, back to the first byte that was
/// compared before some seam: the last 4,096 of those that were handed out, or all of them where there was no strong tag
/// to begin with.
struct Splice {
    let verdict: LegCheck.Verdict

    /// - Parameter hasSeams: whether it went on by comparing bytes, and never by their number alone.
    init(_ script: Script, _ content: [UInt8], isWhole: Bool, hasSeams: Bool, storage: FaultyStorage) {
        let lengths = script.versions.map(\.content.count)
        guard lengths.contains(where: { isWhole ? $0 == content.count : $0 >= content.count }) else {
            verdict = .corrupt("\(content.count) bytes, where the versions have \(lengths)")
            return
        }
        let seams = hasSeams && script.gzipBlock == nil ? Self.seams(script, storage) : Array(content.indices)
        for place in Self.differences(script, content) {
            let isJoined = script.versions.contains { version in
                let start = Self.start(of: version.content, in: content, endingAt: place)
                return start == 0 || seams.contains { start <= $0 && $0 <= place }
            }
            guard isJoined else {
                verdict = .corrupt("byte \(place) is of no version that the bytes before it were held against")
                return
            }
        }
        verdict = .unnoticed
    }

    /// Where the versions differ.
    private static func differences(_ script: Script, _ content: [UInt8]) -> [Int] {
        content.indices.filter { place in
            script.versions.contains { !$0.content.indices.contains(place) || $0.content[place] != content[place] }
        }
    }

    /// The first of the bytes up to a place that are a version's.
    private static func start(of version: [UInt8], in content: [UInt8], endingAt place: Int) -> Int {
        guard version.indices.contains(place) else { return place + 1 }
        var start = place + 1
        while start > 0, version[start - 1] == content[start - 1] { start -= 1 }
        return start
    }

    /// The first byte that was compared before each seam.
    private static func seams(_ script: Script, _ storage: FaultyStorage) -> [Int] {
        let isTold = script.validators.tag == .strong
        // Where a host leaves its tag out at times, the first answer may have had it or not.
        let isUntold = !isTold || script.host.faults.contains(.noTag)
        return storage.seen.requests.flatMap { sent in
            if let range = sent.request.range { return [range.start] }
            return (isTold ? [max(0, sent.offset - 4_096)] : []) + (isUntold ? [0] : [])
        }
    }
}
