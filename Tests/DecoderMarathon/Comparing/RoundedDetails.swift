import ParseModels
import ParseOutput

/// Elements that can be had with every number in unknown details as a double, whatever it was told to be.
protocol RoundedDetails: Hashable {
    var withRoundedDetails: Self { get }
}

extension Chunk: RoundedDetails {
    var withRoundedDetails: Chunk {
        var copy = self
        copy.blocks = blocks.map(\.withRoundedDetails)
        return copy
    }
}

extension Block: RoundedDetails {
    var withRoundedDetails: Block {
        var copy = self
        copy.children = children.map(\.withRoundedDetails)
        if case .unknown(let type, let payload) = details {
            copy.details = .unknown(type: type, payload: payload.rounded)
        }
        return copy
    }
}

extension ChunkBlock: RoundedDetails {
    var withRoundedDetails: ChunkBlock {
        ChunkBlock(chunkIndex: chunkIndex, index: index, block: block.withRoundedDetails)
    }
}

extension OCRElement: RoundedDetails {
    var withRoundedDetails: OCRElement { self }
}

extension ParseRunOutput: RoundedDetails {
    var withRoundedDetails: ParseRunOutput {
        var copy = self
        copy.chunks = chunks.map(\.withRoundedDetails)
        return copy
    }
}

/// A run's own metadata are as free as unknown details.
extension ParseRun: RoundedDetails {
    var withRoundedDetails: ParseRun {
        var copy = self
        copy.output = output?.withRoundedDetails
        copy.metadata = metadata?.mapValues(\.rounded)
        return copy
    }
}

extension JSONValue {
    fileprivate var rounded: JSONValue {
        switch self {
        case .integer(let value): .number(Double(value))
        case .array(let elements): .array(elements.map(\.rounded))
        case .object(let members): .object(members.mapValues(\.rounded))
        default: self
        }
    }
}
