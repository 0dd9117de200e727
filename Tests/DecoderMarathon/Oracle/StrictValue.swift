/// A value of a well-formed document, with the place of its bytes and all that was written.
struct StrictValue {
    enum Content {
        case null
        case bool
        case number
        case string(String)
        case array([StrictValue])
        case object([Member])
    }

    struct Member {
        let name: String
        /// The places from the name's opening quote to the value's last byte.
        let range: Range<Int>
        let value: StrictValue
    }

    let content: Content
    let range: Range<Int>

    var isNull: Bool { if case .null = content { true } else { false } }
    var isObject: Bool { if case .object = content { true } else { false } }
    var members: [Member] { if case .object(let members) = content { members } else { [] } }
    var elements: [StrictValue] { if case .array(let elements) = content { elements } else { [] } }

    /// Every member with a name, however often it comes.
    func all(_ name: String) -> [StrictValue] {
        members.filter { $0.name == name }.map(\.value)
    }

    /// The member of a name that counts: the last.
    subscript(name: String) -> StrictValue? { all(name).last }

    /// Calls something for this value and every one within.
    func walk(_ visit: (StrictValue) -> Void) {
        visit(self)
        for member in members { member.value.walk(visit) }
        for element in elements { element.walk(visit) }
    }
}
