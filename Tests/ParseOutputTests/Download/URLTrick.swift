import Testing

/// What a URL may be made of to lead elsewhere than it seems, by the part that does it.
enum URLTrick: String, CaseIterable, CustomTestStringConvertible {
    case scheme, userInfo, dottedIPv4, oddIPv4, ipv6, localName, trailingDot, look, escapedHost, port, whiteSpace,
        backslash, atSign, slashes, nested, fragment, label

    var testDescription: String { rawValue }

    var urls: [String] {
        switch self {
        case .scheme:
            [
                "http://s.example/a", "HTTP://s.example/a", "file:///etc/passwd", "file://s.example/a",
                "ftp://s.example/a", "sftp://s.example/a", "gopher://s.example/a", "dict://s.example/a",
                "ldap://s.example/a", "ws://s.example/a", "wss://s.example/a", "data:application/json,1",
                "javascript:alert(1)", "httpss://s.example/a", "https+x://s.example/a", "://s.example/a",
                "//s.example/a", "s.example/a", "/a", "",
            ]
        case .userInfo:
            [
                "https://u:p@s.example/a", "https://u@s.example/a", "https://:p@s.example/a",
                "https://:@s.example/a",
                "https://@s.example/a", "https://u%40v@s.example/a",
            ]
        case .dottedIPv4:
            [
                "https://127.0.0.1/a", "https://10.0.0.5/a", "https://169.254.169.254/a", "https://8.8.8.8/a",
                "https://0.0.0.0/a", "https://255.255.255.255/a", "https://127.0.0.1:443/a", "https://127.0.0.1./a",
            ]
        case .oddIPv4:
            [
                "https://2130706433/a", "https://0x7f000001/a", "https://0X7F000001/a", "https://017700000001/a",
                "https://0x7f.0.0.1/a", "https://0177.0.0.1/a", "https://127.0.0.0x1/a", "https://127.0.0.01/a",
                "https://127.1/a", "https://127.0.1/a", "https://0/a", "https://0x7f.1/a", "https://1.2.3.4.5/a",
                "https://storage.1/a", "https://storage.0x7f/a",
            ]
        case .ipv6:
            [
                "https://[::1]/a", "https://[::]/a", "https://[fe80::1]/a", "https://[fe80::1%25eth0]/a",
                "https://[::ffff:127.0.0.1]/a", "https://[64:ff9b::7f00:1]/a", "https://[fd00:ec2::254]/a",
                "https://[2606:4700::1]/a", "https://[0:0:0:0:0:0:0:1]:443/a", "https://::1/a", "https://[v1.a]/a",
                "https://[s.example]/a", "https://[]/a", "https://[::1].s.example/a", "https://[::1]s.example/a",
            ]
        case .localName:
            [
                "https://localhost/a", "https://LOCALHOST/a", "https://localhost:443/a", "https://a.localhost/a",
                "https://localhost.localdomain/a", "https://intranet/a", "https://db.internal/a",
                "https://metadata.google.internal/a", "https://printer.local/a", "https://router.home.arpa/a",
                "https://nas.lan/a", "https://s.test/a", "https://s.invalid/a", "https://s.onion/a",
            ]
        case .trailingDot:
            [
                "https://s.example./a", "https://localhost./a", "https://s.example.:443/a", "https://./a",
                "https://../a",
            ]
        case .look:
            [
                "https://bücher.example/a", "https://s3.аmazonaws.com/a", "https://ｓ.example/a",
                "https://s。example/a",
                "https://①②⑦.0.0.1/a", "https://s.example\u{200B}/a", "https://s.exam\u{AD}ple/a",
            ]
        case .escapedHost:
            [
                "https://s.exa%2Fmple/a", "https://s.example%2Fa.evil.example/a",
                "https://s.example%2f@evil.example/a",
                "https://s%2Eexample/a", "https://s.example%00.evil.example/a", "https://s.example%0d%0a/a",
                "https://%73.example/a", "https://127%2E0.0.1/a", "https://s.example%23.evil.example/a",
                "https://s.example%3A22/a",
            ]
        case .port:
            [
                "https://s.example:22/a", "https://s.example:8443/a", "https://s.example:80/a",
                "https://s.example:0/a",
                "https://s.example:65979/a", "https://s.example:4294967739/a", "https://s.example:-443/a",
                "https://s.example:+443/a", "https://s.example:443a/a", "https://s.example:443:22/a",
                "https://s.example:/a", "https://s.example:%34%34%33/a", "https://s.example:٤٤٣/a",
            ]
        case .whiteSpace:
            [
                "https://s.example/a b", " https://s.example/a", "https://s.example/a ",
                "https://s.example/\r\nX: y",
                "https://s.exa\tmple/a", "ht\ttps://s.example/a", "https:\n//s.example/a",
                "https://s.example/\u{0}",
                "https://s.example/\u{7F}", "https://s.example\t@evil.example/a",
            ]
        case .backslash:
            [
                "https://s.example\\@evil.example/a", "https:\\\\s.example/a", "https:/\\s.example/a",
                "https://s.example\\.evil.example/a", "https://evil.example\\s.example/a", "https://s.example/\\a",
            ]
        case .atSign:
            [
                "https://s.example@127.0.0.1/a", "https://s.example:443@evil.example/a",
                "https://s.example:a@evil.example/a", "https://a@b@s.example/a", "https://s.example@/a",
                "https://s.example#@evil.example/a", "https://s.example;@evil.example/a",
            ]
        case .slashes:
            [
                "https:/s.example/a", "https:s.example/a", "https:///s.example/a", "https:////s.example/a",
                "https:///a", "https://", "https:", "https:/one-slash?u=https://s.example/a",
                "https:?u=://s.example/a",
                "https:#://s.example/a", "https:////?u=https://s.example/a",
            ]
        case .nested:
            [
                "view-source:https://s.example/a", "blob:https://s.example/a", "jar:https://s.example/a!/b",
                "url:https://s.example/a", "x:https://s.example/a", "https:https://s.example/a",
                "https://https://s.example/a",
            ]
        case .fragment:
            ["https://s.example/a#b", "https://s.example/a#", "https://s.example#/a"]
        case .label:
            [
                "https://s..example/a", "https://.s.example/a", "https://-s.example/a", "https://s-.example/a",
                "https://s_t.example/a", "https://s*.example/a", "https://s,t.example/a", "https://s.example'/a",
                "https://\(String(repeating: "a", count: 64)).example/a",
                "https://\(String(repeating: "a.", count: 127))example/a",
            ]
        }
    }
}
