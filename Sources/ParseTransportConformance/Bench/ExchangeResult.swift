import ParseTransport

/// What an exchange came to.
enum ExchangeResult: Sendable {
    case response(ResponseHead, [UInt8])
    case fault(TransportError)
}
