/// Where something stands on its page: an upright box.
struct Frame {
    let left: Coordinate
    let top: Coordinate
    let right: Coordinate
    let bottom: Coordinate

    /// A box of about this height below a line of the page.
    static func random(top: Int, height: Int, from random: inout RandomSource) -> Frame {
        Frame(
            left: .random(36...320, from: &random),
            top: .random(top...top + 4, from: &random),
            right: .random(480...1210, from: &random),
            bottom: .random(top + height...top + height + 4, from: &random)
        )
    }
}

extension JSONBytes {
    /// Appends the box with its four corners, clockwise, as blocks have them.
    mutating func append(polygonAndBoxOf frame: Frame) {
        append(#","polygon":[{"x":"#)
        append(x: frame.left, y: frame.top)
        append(#"},{"x":"#)
        append(x: frame.right, y: frame.top)
        append(#"},{"x":"#)
        append(x: frame.right, y: frame.bottom)
        append(#"},{"x":"#)
        append(x: frame.left, y: frame.bottom)
        append("}],")
        append(boxOf: frame)
    }

    /// Appends the box as the member `boundingBox`.
    mutating func append(boxOf frame: Frame) {
        append(#""boundingBox":{"left":"#)
        append(frame.left)
        append(#","top":"#)
        append(frame.top)
        append(#","right":"#)
        append(frame.right)
        append(#","bottom":"#)
        append(frame.bottom)
        append("}")
    }

    private mutating func append(x: Coordinate, y: Coordinate) {
        append(x)
        append(#","y":"#)
        append(y)
    }
}
