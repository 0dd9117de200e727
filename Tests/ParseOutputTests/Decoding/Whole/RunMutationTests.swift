import Foundation
import ParseModels
import ParseOutput
import Testing

/// Runs damaged at random places, by seed.
@Suite("Damaged runs")
struct RunMutationTests {
    /// A number too small for a double is zero here and refused there; everything else that is taken, both take.
    @Test("What is made of a damaged run is what JSONDecoder makes of it", arguments: 0..<40)
    func damaged(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &* 7_000_003)
        for _ in 0..<40 {
            var bytes = RunFixtures.all[Int.random(in: 0..<RunFixtures.all.count, using: &generator)].bytes
            for _ in 0...Int.random(in: 0...1, using: &generator) { bytes.mutate(by: &generator) }
            guard let run = try? ParseRun(decoding: bytes), !RepeatedMembers.areIn(bytes) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let expected = try? JSONDecoder().decode(ParseRun.self, from: Data(bytes))
            #expect(run == expected || text.contains("e-3"), "\(text)")
        }
    }

    @Test("A document that is refused is refused at a place inside it", arguments: 0..<40)
    func places(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &* 9_000_011)
        for _ in 0..<40 {
            var bytes = RunFixtures.all[Int.random(in: 0..<RunFixtures.all.count, using: &generator)].bytes
            bytes.mutate(by: &generator)
            do throws(OutputDecodingError) {
                _ = try ParseRun(decoding: bytes)
            } catch {
                #expect((0...Int64(bytes.count)).contains(error.byteOffset))
                #expect((error.code == .truncated) == (error.byteOffset == bytes.count), "\(error)")
            }
        }
    }
}
