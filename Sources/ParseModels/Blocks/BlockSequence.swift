/// Blocks in reading order, each before its children, walked one by one.
public struct BlockSequence: Sequence, Sendable {
    private let roots: [Block]

    init(_ roots: [Block]) {
        self.roots = roots
    }

    /// Starts at the first block.
    ///
    /// - Returns: an iterator.
    public func makeIterator() -> Iterator {
        Iterator(stack: roots.reversed())
    }

    /// The walk; it keeps its own stack, so that no depth of children overflows the thread's.
    public struct Iterator: IteratorProtocol {
        private var stack: [Block]

        init(stack: [Block]) {
            self.stack = stack
        }

        /// Goes to the next block.
        ///
        /// - Returns: the block; `nil` after the last.
        public mutating func next() -> Block? {
            guard let block = stack.popLast() else { return nil }
            stack += block.children.reversed()
            return block
        }
    }

    /// Those on one page.
    ///
    /// - Parameter number: the page's number, from 1.
    /// - Returns: the blocks, in reading order.
    public func onPage(_ number: Int) -> [Block] {
        filter { $0.metadata.page?.number == number }
    }

    /// Those of one type.
    ///
    /// - Parameter type: the type.
    /// - Returns: the blocks, in reading order.
    public func ofType(_ type: BlockType) -> [Block] {
        filter { $0.type == type }
    }
}
