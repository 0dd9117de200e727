/// An object or array of the document that a walk goes through.
struct WalkFrame: Sendable {
    /// What it is.
    let place: OutputPlace

    /// The index of the element that began last, -1 before the first.
    private(set) var index = -1

    /// The name of the member whose value began last.
    private(set) var key = MemberKey()

    /// Whether that value is under way.
    private(set) var isInValue = false

    private var seen: UInt16 = 0

    init(place: OutputPlace) {
        self.place = place
    }

    /// Makes an array of which some elements have been gone through.
    init(place: OutputPlace, elements: Int) {
        self.place = place
        self.index = elements - 1
    }

    /// Notes that a value begins.
    ///
    /// - Parameter key: the name read last, which is the value's in an object.
    /// - Returns: the value's place.
    mutating func beginValue(key: MemberKey) -> OutputPlace {
        isInValue = true
        index += 1
        guard !place.isArray else { return place.element }
        self.key = key
        return place.member(key)
    }

    /// Notes that the value ended.
    mutating func endValue() {
        isInValue = false
    }

    /// Whether a member has not come before.
    mutating func isFirst(_ member: OutputPlace) -> Bool {
        guard !place.isArray else { return true }
        defer { seen |= 1 << member.rawValue }
        return seen & (1 << member.rawValue) == 0
    }
}
