import Foundation
import Synchronization

/// One connection on its own thread: reads requests and does what the answers say.
struct LoopbackConnection {
    let listener: LoopbackListener
    let socket: LoopbackSocket
    let ordinal: Int

    func serve() {
        var buffer: [UInt8] = []
        while let request = nextRequest(&buffer) {
            listener.log.withLock { $0.requests.append(request) }
            let steps = listener.answer(request).steps
            for (index, step) in steps.enumerated() where !perform(step) {
                // Whoever waits for the client to leave learns it also where a step before found out.
                for case .stall(let gate?) in steps[index...] { gate.open() }
                return
            }
        }
    }

    private func nextRequest(_ buffer: inout [UInt8]) -> LoopbackRequest? {
        while true {
            if let request = LoopbackRequest(parsing: &buffer, connection: ordinal) { return request }
            guard let bytes = socket.receive() else { return nil }
            buffer += bytes
        }
    }

    /// Answers whether the connection goes on.
    private func perform(_ step: LoopbackAnswer.Step) -> Bool {
        switch step {
        case .send(let bytes): return send(bytes[...])
        case .generate(let count, let blocked): return generate(count, blocked)
        case .trickle(let bytes, let pause):
            return bytes.indices.allSatisfy { send(bytes[$0...$0]) && !socket.isClosed(within: pause) }
        case .file(let path, let range): return sendFile(path, range)
        case .wait(let gate):
            while !listener.isStopped {
                if gate.block(until: Date(timeIntervalSinceNow: 0.1)) { return true }
            }
            return false
        case .open(let gate):
            gate.open()
            return true
        case .stall:
            while socket.receive() != nil {}
            return false
        case .close:
            return false
        case .reset:
            socket.resetOnClose()
            return false
        }
    }

    private func generate(_ count: Int, _ blocked: LoopbackGate?) -> Bool {
        // A whole number of the pattern's periods, so that every block is the same.
        let block = (0..<(251 * 256)).map(LoopbackAnswer.patternByte(at:))
        var rest = count
        while rest > 0 {
            guard send(block[..<min(rest, block.count)], blocked) else { return false }
            rest -= min(rest, block.count)
        }
        return true
    }

    private func sendFile(_ path: String, _ range: Range<Int>) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard (try? file.seek(toOffset: UInt64(range.lowerBound))) != nil else { return false }
        var rest = range.count
        while rest > 0 {
            guard let data = try? file.read(upToCount: min(rest, 1 << 18)), !data.isEmpty else { return false }
            guard send(Array(data)[...]) else { return false }
            rest -= data.count
        }
        return true
    }

    private func send(_ bytes: ArraySlice<UInt8>, _ blocked: LoopbackGate? = nil) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            switch socket.send(rest) {
            case .sent(let count):
                rest = rest.dropFirst(count)
                listener.log.withLock { $0.bytesSent += count }
            case .blocked:
                blocked?.open()
                if listener.isStopped { return false }
            case .broken:
                return false
            }
        }
        return true
    }
}
