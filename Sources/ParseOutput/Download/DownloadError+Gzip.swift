extension DownloadError {
    /// What a fault of the encoding means to the download.
    init(_ fault: GzipFault) {
        let code: Code =
            switch fault.kind {
            case .tooLarge, .ratio: .tooLarge
            case .truncated: .truncated
            default: .corruptEncoding
            }
        self.init(code, message: "\(fault)", bytesDelivered: fault.offset)
    }
}
