import ParseModels
import ParseRetry

/// Waits for some runs at once, in one task.
struct RunWaits {
    let hub: PollHub
    let waits: [RunWait]

    /// Waits until all have ended, however they end.
    ///
    /// - Parameters:
    ///   - onUpdate: told of each run at every look.
    ///   - onEnding: told of each wait as it ends, by its index, in the order they end.
    func run(
        onUpdate: (ParseRunUpdate) -> Void,
        onEnding: (Int, Result<ParseRun, ParseError>) -> Void
    ) async {
        let mailbox = Mailbox<PollLetter>()
        var seats: [(place: PollHub.Seat, alarm: PollAlarm)] = []
        var open: [Int: Int] = [:]
        for (index, wait) in waits.enumerated() {
            do throws(ParseError) {
                let endpoint = try Endpoint.parseRun(wait.id, responseType: wait.responseType)
                if Task.isCancelled { _ = try wait.run(wait.cancelledEnding) }
                let alarm = PollAlarm(at: wait.deadline, on: hub.time)
                let place = hub.join(wait, at: endpoint, mailbox: mailbox)
                seats.append((place, alarm))
                open[place.number] = index
            } catch {
                onEnding(index, .failure(error))
            }
        }
        await withTaskCancellationHandler { [seats] in
            await withTaskGroup(of: Void.self) { group in
                for seat in seats { group.addTask { [hub] in await hub.watch(seat.place, seat.alarm) } }
                while !open.isEmpty {
                    let letter = await mailbox.next()
                    switch letter.content {
                    case .update(let update): onUpdate(update)
                    case .ended(let ending):
                        guard let index = open.removeValue(forKey: letter.number) else { continue }
                        do throws(ParseError) {
                            onEnding(index, .success(try waits[index].run(ending)))
                        } catch {
                            onEnding(index, .failure(error))
                        }
                    }
                }
                group.cancelAll()
            }
        } onCancel: { [seats] in
            hub.leave(seats.map(\.place))
        }
    }
}
