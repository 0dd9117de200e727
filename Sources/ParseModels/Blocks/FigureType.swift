/// What a figure shows: the field `details.figureType`.
public struct FigureType: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `other`: something else.
    public static let other = FigureType(rawValue: "other")

    /// `chart`: a chart.
    public static let chart = FigureType(rawValue: "chart")

    /// `image`: an image.
    public static let image = FigureType(rawValue: "image")

    /// `diagram`: a diagram.
    public static let diagram = FigureType(rawValue: "diagram")

    /// `logo`: a logo.
    public static let logo = FigureType(rawValue: "logo")
}
