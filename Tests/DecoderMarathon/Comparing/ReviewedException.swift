/// Where the decoders and `JSONDecoder` differ for a reason that has been looked into.
///
/// Each is decided by a predicate on the document or the error, never by what the outcomes happen to be; and behind
/// each of those that change the document the values are compared all the same.
enum ReviewedException: String, CaseIterable, Sendable {
    /// `JSONDecoder` does not look into strings and numbers that it has no member for.
    case uncheckedToken = "JSONDecoder takes a document with a bad string or number that it does not decode"

    /// `JSONDecoder` takes the first of several members with one name, the decoders the last.
    case repeatedMember = "a member comes twice: the last counts here, the first for JSONDecoder"

    /// Both are tried, and a fault in the first counts.
    case faultInRepeatedMember = "a member comes twice, and the one that does not count has a fault"

    /// Details of a known type are kept as they are where one of two members with one name has another type.
    case repeatedMemberInDetails = "a member of details comes twice, and the one that does not count has another type"

    /// `chunks`, `output` and `ocr`, and what a decoder hands out as it passes, cannot be taken back.
    case repeatedList = "a member that is handed out as it passes comes twice"

    /// Neither of the two can be meant.
    case bothShapes = "a document is an output and a run at once"

    /// `JSONDecoder` refuses numbers next to zero instead of rounding them.
    case tinyNumber = "a number is too small for a double: zero here, refused by JSONDecoder"

    /// A mistake of `JSONDecoder` for doubles: it takes `0e99` and `-0e8`, but neither `0e8` nor `0e19`.
    case zeroWithExponent = "zero is written with an exponent, some of which JSONDecoder refuses"

    /// `JSONDecoder` takes the way over a double, which has not got the digits.
    case largeWholeNumber = "a whole number of 16 digits or more is written with a fraction or an exponent"

    /// `JSONDecoder` goes by the nearest double, as far as it likes; details are compared as doubles.
    case roundedNumber = "a number is whole for JSONDecoder only, by rounding or with 20 digits"

    /// Details of a known type are kept as they are where such a number is no integer.
    case roundedNumberInKnownDetails = "such a number stands in details of a known type, kept as they are here"

    /// `JSONDecoder` takes a comma behind the last element or member.
    case trailingComma = "a comma stands before a closing bracket"

    /// `JSONDecoder` takes it, RFC 8259 lets parsers do either.
    case byteOrderMark = "a byte order mark stands before the document"

    /// `DecodingLimits.depth` is 128, `JSONDecoder`'s bound is 512.
    case depth = "the nesting is deeper than the limit"
}
