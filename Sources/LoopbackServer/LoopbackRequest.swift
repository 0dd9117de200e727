/// A request as it arrived.
public struct LoopbackRequest: Sendable {
    /// The method.
    public let method: String

    /// The target, byte for byte.
    public let target: String

    /// The header fields, in order.
    public let headers: [(name: String, value: String)]

    /// The body.
    public let body: [UInt8]

    /// The ordinal of the connection it came over, from 1.
    public let connection: Int

    /// The target without its query.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The first value of a name, in any case.
    ///
    /// - Parameter name: the field's name.
    public subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Reads a request from the beginning of a buffer and removes it there; `nil` while it is not whole.
    init?(parsing buffer: inout [UInt8], connection: Int) {
        guard let end = buffer.firstRange(of: [13, 10, 13, 10]) else { return nil }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().map { line in
            let name = line.prefix { $0 != ":" }
            return (String(name), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
        }
        let length = headers.first { $0.0.lowercased() == "content-length" }.flatMap { Int($0.1) } ?? 0
        guard buffer.count - end.upperBound >= length else { return nil }

        self.method = String(words[0])
        self.target = String(words[1])
        self.headers = headers
        self.body = Array(buffer[end.upperBound..<(end.upperBound + length)])
        self.connection = connection
        buffer.removeFirst(end.upperBound + length)
    }
}
