import Foundation
import ParseModels

/// The way from a document's root to one of its members or elements.
struct JSONMember: Hashable, CustomStringConvertible {
    enum Step: Hashable {
        case name(String)
        case index(Int)
    }

    var steps: [Step] = []

    var description: String {
        steps.map { step in
            switch step {
            case .name(let name): name
            case .index(let index): "\(index)"
            }
        }.joined(separator: ".")
    }

    /// Every member and element of a value, at every depth.
    static func all(of value: JSONValue) -> [JSONMember] {
        children(of: value).flatMap { step, child in
            [JSONMember(steps: [step])] + all(of: child).map { JSONMember(steps: [step] + $0.steps) }
        }
    }

    /// The document with this member's value replaced by other JSON, or with the member left out.
    func text(of value: JSONValue, replacedBy replacement: String?) -> String {
        Self.text(of: value, steps[...], replacement) ?? ""
    }

    private static func children(of value: JSONValue) -> [(Step, JSONValue)] {
        switch value {
        case .array(let elements): elements.enumerated().map { (.index($0), $1) }
        case .object(let members): members.sorted { $0.key < $1.key }.map { (.name($0), $1) }
        default: []
        }
    }

    /// - Parameter steps: the way from here to the member; `nil` where it is elsewhere.
    private static func text(of value: JSONValue, _ steps: ArraySlice<Step>?, _ replacement: String?) -> String? {
        if let steps, steps.isEmpty { return replacement }
        let parts = children(of: value).compactMap { step, child -> String? in
            let rest = steps?.first == step ? steps?.dropFirst() : nil
            guard let text = text(of: child, rest, replacement) else { return nil }
            if case .name(let name) = step { return "\(quoted(name)):\(text)" }
            return text
        }
        switch value {
        case .array: return "[" + parts.joined(separator: ",") + "]"
        case .object: return "{" + parts.joined(separator: ",") + "}"
        case .string(let text): return quoted(text)
        case .integer(let number): return "\(number)"
        case .number(let number): return "\(number)"
        case .bool(let truth): return "\(truth)"
        case .null: return "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
