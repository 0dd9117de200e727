import ParseTransport

/// What the storage host's answer to an opening request means.
enum OpeningAnswer {
    /// The document follows.
    case document

    /// A new URL would help.
    case expired(DownloadError)

    /// Nothing helps.
    case refused(DownloadError)

    init(_ response: TransportResponse, errorBodyLimit: Int) async {
        let type = response.headers["Content-Type"]?.lowercased() ?? ""
        if response.status == 200, !type.contains("html"), !type.contains("xml") {
            self = .document
            return
        }
        let bytes = (try? await response.body.prefix(upTo: errorBodyLimit)) ?? []
        let body = StorageErrorBody(bytes)
        func error(_ code: DownloadError.Code, _ message: String) -> DownloadError {
            DownloadError(code, message: message, status: response.status, storageCode: body.code)
        }
        switch response.status {
        case 200:
            self = .refused(error(.unexpectedContent, "A page of the type \(type) came instead of a JSON document."))
        case 300..<400:
            self = .refused(error(.redirectRefused, "The storage host redirected elsewhere."))
        case 401, 403:
            // Providers disagree on how they say it, so every refusal of the URL is worth a new one.
            self = .expired(error(.expired, body.message ?? "The storage host refused the URL."))
        case 400 where body.saysExpired:
            self = .expired(error(.expired, body.message ?? "The storage host refused the URL as expired."))
        case 404, 410:
            self = .refused(error(.outputGone, body.message ?? "The storage host has no such document."))
        default:
            self = .refused(error(.storageRefused, body.message ?? "The storage host refused the request."))
        }
    }
}
