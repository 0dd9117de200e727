import Foundation
import ParseModels

/// The nginx that `Tests/RealStorage/run` has started; without it there is none.
struct RealStorage: Sendable {
    let port: UInt16
    private let folder: URL
    private let secret: String

    static let started: RealStorage? = {
        let environment = ProcessInfo.processInfo.environment
        guard let port = environment["REAL_STORAGE_PORT"].flatMap(UInt16.init),
            let folder = environment["REAL_STORAGE_FOLDER"], let secret = environment["REAL_STORAGE_SECRET"]
        else { return nil }
        return RealStorage(port: port, folder: URL(fileURLWithPath: folder), secret: secret)
    }()

    /// Stores an object, in the place of one that may be there.
    ///
    /// - Parameter date: when it was last changed; nginx makes its entity tag of that and of the length.
    func store(_ bytes: [UInt8], as name: String, changed date: Date = Date(timeIntervalSinceNow: -3_600)) throws {
        let file = folder.appendingPathComponent(name)
        // What is being sent is a file that stays open, and not the one that takes its name.
        try Data(bytes).write(to: file, options: .atomic)
        try FileManager.default.setAttributes(
            [.modificationDate: date, .posixPermissions: 0o644], ofItemAtPath: file.path)
    }

    /// Signs a URL.
    ///
    /// - Parameters:
    ///   - tells: whether its query names the end of its life as S3 does.
    ///   - proxy: what stands before nginx.
    func presigned(_ name: String, through proxy: UInt16, livingFor seconds: Int, tells: Bool) -> PresignedURL {
        let path = tells ? "/told/\(name)" : "/untold/\(name)"
        let end = Int(Date().timeIntervalSince1970) + seconds
        let digest = Data(MD5.digest(Array("\(end) \(path) \(secret)".utf8))).base64EncodedString()
        let signature = digest.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let query = "\(tells ? "expires" : "e")=\(end)&md5=\(signature)"
        return PresignedURL(rawValue: "http://127.0.0.1:\(proxy)\(path)?\(query)")
    }

    /// Bytes that no shift or repetition leaves as they are; they begin as JSON does.
    static func object(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            withUnsafeBytes(of: state ^ state >> 29) { bytes.append(contentsOf: $0) }
        }
        bytes[0] = UInt8(ascii: "{")
        return Array(bytes.prefix(count))
    }
}
