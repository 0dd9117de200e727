extension [UInt8] {
    /// Damages a document at a random place.
    mutating func mutate(by generator: inout SeededGenerator) {
        let interesting = Array("{}[]\",:\\ 0123eE.-+tfnu\u{0}\u{1F}é".utf8) + [0xFF, 0xC0]
        guard !isEmpty else { return }
        let place = Int.random(in: 0..<count, using: &generator)
        let byte = interesting[Int.random(in: 0..<interesting.count, using: &generator)]
        switch Int.random(in: 0...4, using: &generator) {
        case 0: self[place] = byte
        case 1: insert(byte, at: place)
        case 2: remove(at: place)
        case 3: removeSubrange(place..<Swift.min(count, place + 30))
        default: insert(contentsOf: self[place..<Swift.min(count, place + 30)], at: place)
        }
    }
}
