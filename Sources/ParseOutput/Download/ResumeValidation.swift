/// What must prove that a part of a document belongs to what was handed out before.
public enum ResumeValidation: Sendable, Hashable {
    /// A strong entity tag, or the date of the last change together with the length; and the bytes before the seam.
    ///
    /// Without either, the document is read again from its start and compared as a whole.
    case strict

    /// The bytes before the seam alone, where the storage host names neither tag nor date.
    ///
    /// A document that was written again with the same bytes there would be taken for the old one.
    case lenient
}
