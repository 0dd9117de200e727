import Foundation
import ParseModels
import ParseRetry
import ParseTesting
import Synchronization

extension FaultyStorage {
    /// The service had no URL.
    struct NoURL: Error {}

    /// Gives out a URL that lives for a while from now on.
    func nextURL() async throws -> PresignedURL {
        let opening = Opening(self)
        defer { withExtendedLifetime(opening) {} }
        let host = script.host
        let (fails, repeats, lag) = state.withLock { state in
            state.urlCalls += 1
            let dice = state.dice
            return (dice.happens(host.urlFailureRate), dice.happens(host.urlRepeatRate), dice.seconds(0...0.5))
        }
        try await clock.timeSource.sleep(for: lag)
        if fails {
            note("  no URL")
            throw NoURL()
        }
        if repeats, let last = seen.lastURL { return last }
        let number = state.withLock { state in
            state.expiries.append(clock.now.offset + .seconds(host.urlLifetime))
            return state.expiries.count
        }
        let date = clock.date.addingTimeInterval(Double(host.skew))
        let query = "n=\(number)" + Self.lifetime(host, from: date)
        note("  url\(number) for \(host.urlLifetime) s")
        let url = PresignedURL(rawValue: "https://storage.example/output.json?\(query)")
        state.withLock { $0.lastURL = url }
        return url
    }

    private static func lifetime(_ host: Script.Host, from date: Date) -> String {
        let text = date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
        return switch host.urlForm {
        case .amazon: "&X-Amz-Date=\(text)&X-Amz-Expires=\(host.urlLifetime)&X-Amz-Signature=topsecret"
        case .google: "&X-Goog-Date=\(text)&X-Goog-Expires=\(host.urlLifetime)&X-Goog-Signature=topsecret"
        case .epoch: "&Expires=\(Int(date.timeIntervalSince1970) + host.urlLifetime)&Signature=topsecret"
        case .silent: "&sig=topsecret"
        }
    }
}
