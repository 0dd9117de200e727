extension BenchmarkArguments {
    static let help = """
        parse-benchmarks: what it costs to decode a parse output, next to Foundation's JSONDecoder.

        parse-benchmarks                    20 MB in page chunks, 3 rounds
        parse-benchmarks --download         downloads from a server on this machine: what is read again after resets,
                                            memory under a slow reader, the whole way against curl
        parse-benchmarks --policies         one successful call bare, through the retry engine and through the client;
                                            requests a second of the simulated service
        parse-benchmarks --simulate DIR     how late polling sees the end of a run, and which outages a call survives:
                                            tables in Markdown, and polling.svg and outages.svg in the directory
        parse-benchmarks --all              every workload; pages of 1, 20 and 200 MB and 1 GB

        --workload NAME,…   pages (the default), sections, document, cjk, escaped, ocr, run, small-run
        --size MB,…         sizes in megabytes of 1,000,000 bytes. Default: 20
        --cases NAME,…      what is measured. Default: all that suit the workload
        --rounds N          how often each case is measured, in turn with the others. Default: 3
        --piece BYTES       the size of the pieces a decoder is given. Default: 65536
        --seed N            another document of the same kind. Default: 1
        --json              the results as JSON
        --list              the workloads and the cases

        --generate FILE     write the document to a file, and stop
        --decode CASE FILE  decode a file once in this process without measuring, for a profiler

        Each measurement is a process of its own. MB/s are of CPU time; columns named after a case say how many times
        faster than it, the median of the rounds. Memory is the peak over what the process had at its start. Runs of
        up to 1 MB are held in memory and decoded again and again; their times and allocations are those of one call.
        Allocations per block count OCR words as blocks.
        Exit status: 0 done, 1 failed, 2 wrong usage.
        """
}
