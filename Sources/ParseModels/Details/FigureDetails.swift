/// Details of a figure: `figure_details`.
public struct FigureDetails: Sendable, Hashable, Codable {
    /// Where its picture can be fetched for a while: the field `imageUrl`.
    public var imageURL: PresignedURL?

    /// What it shows: the field `figureType`.
    public var figureType: FigureType?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - imageURL: where its picture can be fetched for a while: the field `imageUrl`.
    ///   - figureType: what it shows: the field `figureType`.
    public init(
        imageURL: PresignedURL? = nil,
        figureType: FigureType? = nil
    ) {
        self.imageURL = imageURL
        self.figureType = figureType
    }

    enum CodingKeys: String, CodingKey {
        case imageURL = "imageUrl"
        case figureType
    }
}
