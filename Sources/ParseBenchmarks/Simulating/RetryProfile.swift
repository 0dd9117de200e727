import ParseRetry

/// The profiles of the retry engine, by name.
enum RetryProfile: String, CaseIterable, Codable {
    case none
    case interactive
    case standard
    case batch
    case patient

    var configuration: RetryConfiguration {
        switch self {
        case .none: RetryConfiguration.none
        case .interactive: .interactive
        case .standard: .standard
        case .batch: .batch
        case .patient: .patient
        }
    }
}
