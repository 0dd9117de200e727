/// What kind of file was parsed: the field `type` of a file.
public struct FileType: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `PDF`: a PDF.
    public static let pdf = FileType(rawValue: "PDF")

    /// `CSV`: comma-separated values.
    public static let csv = FileType(rawValue: "CSV")

    /// `IMG`: an image.
    public static let image = FileType(rawValue: "IMG")

    /// `TXT`: plain text.
    public static let text = FileType(rawValue: "TXT")

    /// `DOCX`: a word processor document.
    public static let docx = FileType(rawValue: "DOCX")

    /// `EXCEL`: a spreadsheet.
    public static let excel = FileType(rawValue: "EXCEL")

    /// `XML`: XML.
    public static let xml = FileType(rawValue: "XML")

    /// `HTML`: HTML.
    public static let html = FileType(rawValue: "HTML")
}
