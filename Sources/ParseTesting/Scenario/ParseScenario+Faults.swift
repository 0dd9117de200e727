extension ParseScenario {
    /// Lets one call of the API go wrong.
    ///
    /// Of several faults for the same request the one told last strikes.
    ///
    /// - Parameters:
    ///   - fault: how it goes wrong.
    ///   - number: which call, from 1.
    /// - Returns: the changed copy.
    public func failing(_ fault: SimulatedFault, atCall number: Int) -> ParseScenario {
        failing(fault, .requests(.api, Self.only(number)))
    }

    /// Lets some calls of the API go wrong.
    ///
    /// - Parameters:
    ///   - fault: how they go wrong.
    ///   - numbers: which calls, from 1, such as `2...4`, or `3...` for all from the third on.
    /// - Returns: the changed copy.
    public func failing(_ fault: SimulatedFault, atCalls numbers: some RangeExpression<Int>) -> ParseScenario {
        failing(fault, .requests(.api, numbers.relative(to: Self.numbers).clamped(to: Self.numbers)))
    }

    /// Lets one request to the storage go wrong.
    ///
    /// - Parameters:
    ///   - fault: how it goes wrong.
    ///   - number: which request to the storage, from 1.
    /// - Returns: the changed copy.
    public func failing(_ fault: SimulatedFault, atDownload number: Int) -> ParseScenario {
        failing(fault, .requests(.storage, Self.only(number)))
    }

    /// Lets some requests to the storage go wrong.
    ///
    /// - Parameters:
    ///   - fault: how they go wrong.
    ///   - numbers: which requests to the storage, from 1, such as `2...4`, or `3...` for all from the third on.
    /// - Returns: the changed copy.
    public func failing(_ fault: SimulatedFault, atDownloads numbers: some RangeExpression<Int>) -> ParseScenario {
        failing(fault, .requests(.storage, numbers.relative(to: Self.numbers).clamped(to: Self.numbers)))
    }

    /// Lets every request in a span of time go wrong: an outage.
    ///
    /// - Parameters:
    ///   - fault: how they go wrong.
    ///   - range: from when until when; its end is no longer part of it.
    ///   - host: which host is out. Default: both.
    /// - Returns: the changed copy.
    public func failing(
        _ fault: SimulatedFault,
        during range: Range<Duration>,
        on host: SimulatedHost? = nil
    ) -> ParseScenario {
        failing(fault, .time(host, range))
    }

    /// Breaks the connection once, when a byte of a stored document is due, whatever range was asked for.
    ///
    /// - Parameters:
    ///   - offset: the byte, from 0; all before it arrive.
    ///   - id: the run whose output it is. Default: whichever comes to it first.
    /// - Returns: the changed copy.
    public func breaking(atByte offset: Int, of id: String? = nil) -> ParseScenario {
        with { $0.documentFaults.append(DocumentFault(kind: .breaking, offset: offset, runID: id)) }
    }

    /// Lets the storage fall silent once, when a byte of a stored document is due.
    ///
    /// The silence lasts until the request's idle timeout ends it.
    ///
    /// - Parameters:
    ///   - offset: the byte, from 0; all before it arrive.
    ///   - id: the run whose output it is. Default: whichever comes to it first.
    /// - Returns: the changed copy.
    public func stalling(atByte offset: Int, of id: String? = nil) -> ParseScenario {
        with { $0.documentFaults.append(DocumentFault(kind: .stalling, offset: offset, runID: id)) }
    }

    /// Flips the highest bit of one byte of a stored document, once.
    ///
    /// - Parameters:
    ///   - offset: the byte, from 0.
    ///   - id: the run whose output it is. Default: whichever comes to it first.
    /// - Returns: the changed copy.
    public func corrupting(atByte offset: Int, of id: String? = nil) -> ParseScenario {
        with { $0.documentFaults.append(DocumentFault(kind: .corrupting, offset: offset, runID: id)) }
    }

    private func failing(_ fault: SimulatedFault, _ span: FaultRule.Span) -> ParseScenario {
        with { $0.rules.append(FaultRule(fault: fault, span: span)) }
    }

    private static func only(_ number: Int) -> Range<Int> {
        (number..<max(number, number &+ 1)).clamped(to: numbers)
    }

    /// The numbers that a request can have.
    private static let numbers = 1..<Int.max
}
