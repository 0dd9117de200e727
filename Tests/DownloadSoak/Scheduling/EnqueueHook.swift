import Foundation

/// Takes over where the concurrency runtime would hand a job to its pool of threads.
///
/// Whatever a task of a lane's thread sets going, however it is made, runs on that thread too: only so are all steps of a
/// script a row that a seed can repeat.
enum EnqueueHook {
    private typealias Original = @convention(thin) (UnownedJob) -> Void
    private typealias Hook = @convention(thin) (UnownedJob, Original) -> Void

    /// Written once, before any thread that reads it.
    nonisolated(unsafe) private static var key = pthread_key_t()

    /// Installs the hook, for the whole process.
    ///
    /// - Returns: whether the runtime has such a hook.
    static func install() -> Bool {
        guard pthread_key_create(&key, nil) == 0,
            let symbol = dlsym(dlopen(nil, RTLD_LAZY), "swift_task_enqueueGlobal_hook")
        else { return false }
        let hook: Hook = { job, original in
            guard let lane = pthread_getspecific(EnqueueHook.key) else { return original(job) }
            Unmanaged<Lane>.fromOpaque(lane).takeUnretainedValue().enqueue(job)
        }
        symbol.assumingMemoryBound(to: Hook?.self).pointee = hook
        return true
    }

    /// Gives the jobs that are made on this thread to a lane while something is done.
    static func with<Value>(_ lane: Lane, _ body: () -> Value) -> Value {
        pthread_setspecific(key, Unmanaged.passUnretained(lane).toOpaque())
        defer { pthread_setspecific(key, nil) }
        return body()
    }
}
