/// What can be chosen on the command line.
enum CaseList {
    static var text: String {
        var workloads = TextTable(columns: ["workload", "what it is"], wordColumns: 2)
        for workload in Workload.allCases { workloads.append([workload.rawValue, workload.summary]) }
        var cases = TextTable(columns: ["case", "what it does"], wordColumns: 2)
        for subject in BenchmarkCases.all { cases.append([subject.name, subject.summary]) }
        return workloads.text + "\n\n" + cases.text
    }
}
