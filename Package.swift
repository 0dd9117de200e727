// swift-tools-version: 6.2
import PackageDescription

// MARK: - Platforms that reach the network through URLSession; everywhere else libcurl does.

let applePlatforms: [Platform] = [.macOS, .macCatalyst, .iOS, .tvOS, .watchOS, .visionOS]

// MARK: - Products: one library a module, so that an application takes only what it uses.

let libraries = [
    "ParseModels",
    "ParseTransport",
    "ParseTransportURLSession",
    "ParseTransportCurl",
    "ParseRetry",
    "ParseOutput",
    "ParseKit",
    "ParseTesting",
    "ParseTransportConformance",
]

// MARK: - Targets in C: the least that Swift cannot say itself.

let cSources: [Target] = [
    .target(name: "CCurl"),
    .target(name: "CAllocationCount"),
]

// MARK: - Targets. The arrows below are the only arrows there are; `.ci/run` holds them.

let sources: [Target] = [
    .target(name: "ParseModels"),
    .target(name: "ParseTransport"),
    .target(name: "ParseTransportURLSession", dependencies: ["ParseTransport"]),
    .target(name: "ParseTransportCurl", dependencies: ["ParseTransport", "CCurl"]),
    .target(name: "ParseRetry", dependencies: ["ParseTransport"]),
    .target(name: "ParseOutput", dependencies: ["ParseModels", "ParseTransport", "ParseRetry"]),
    .target(
        name: "ParseKit",
        dependencies: [
            "ParseModels", "ParseTransport", "ParseRetry", "ParseOutput",
            .target(name: "ParseTransportURLSession", condition: .when(platforms: applePlatforms)),
            .target(name: "ParseTransportCurl", condition: .when(platforms: [.linux])),
        ]
    ),
    .target(
        name: "ParseTesting",
        dependencies: ["ParseModels", "ParseTransport", "ParseRetry", "ParseOutput", "ParseKit"]
    ),
    .target(name: "LoopbackServer"),
    .target(name: "ParseTransportConformance", dependencies: ["ParseTransport", "LoopbackServer"]),
    .executableTarget(
        name: "ParseQuickstart",
        dependencies: [
            "ParseModels", "ParseTransport", "ParseRetry", "ParseOutput", "ParseKit", "ParseTesting",
        ]
    ),
    .executableTarget(name: "ParseRecorder", dependencies: ["ParseKit", "ParseTesting"]),
    .executableTarget(name: "ParseFixtureGenerator", dependencies: ["ParseKit", "ParseTesting"]),
    .executableTarget(
        name: "ParseBenchmarks",
        dependencies: [
            "ParseModels", "ParseTransport", "ParseRetry", "ParseOutput", "ParseKit", "ParseTesting",
            "ParseTransportCurl", "ParseTransportURLSession", "LoopbackServer", "CAllocationCount",
        ]
    ),
]

let tests: [Target] = [
    .executableTarget(
        name: "ModelsOnlyConsumer",
        dependencies: ["ParseModels"],
        path: "Tests/ModelsOnlyConsumer"
    ),
    .executableTarget(
        name: "DecoderMarathon",
        dependencies: ["ParseModels", "ParseOutput"],
        path: "Tests/DecoderMarathon"
    ),
    .executableTarget(
        name: "DownloadSoak",
        dependencies: ["ParseModels", "ParseTransport", "ParseRetry", "ParseOutput", "ParseTesting"],
        path: "Tests/DownloadSoak"
    ),
    .testTarget(name: "ParseModelsTests", dependencies: ["ParseModels", "ModelsOnlyConsumer"]),
    .testTarget(name: "ParseTransportTests", dependencies: ["ParseTransport", "ParseTesting"]),
    .testTarget(
        name: "ParseTransportAdapterTests",
        dependencies: [
            "ParseTransport", "ParseTransportURLSession", "ParseTransportCurl", "ParseRetry", "ParseTesting",
            "ParseTransportConformance", "LoopbackServer",
        ]
    ),
    .testTarget(
        name: "ParseTransportConformanceTests",
        dependencies: ["ParseTransportConformance", "ParseTransport", "ParseTransportCurl", "LoopbackServer"]
    ),
    .testTarget(name: "ParseRetryTests", dependencies: ["ParseRetry", "ParseTransport", "ParseTesting"]),
    .testTarget(
        name: "ParseOutputTests",
        dependencies: ["ParseOutput", "ParseModels", "ParseTransport", "ParseRetry", "ParseTesting"]
    ),
    .testTarget(
        name: "ParseDownloadLoopbackTests",
        dependencies: [
            "ParseOutput", "ParseModels", "ParseTransport", "ParseRetry", "ParseKit", "ParseTransportURLSession",
            "ParseTransportCurl", "LoopbackServer",
        ]
    ),
    .testTarget(
        name: "ParseKitTests",
        dependencies: [
            "ParseKit", "ParseModels", "ParseTransport", "ParseRetry", "ParseOutput", "ParseTesting",
            "LoopbackServer",
        ]
    ),
    .testTarget(
        name: "ParseTestingTests",
        dependencies: ["ParseTesting", "ParseKit", "ParseModels", "ParseTransport", "ParseRetry", "ParseOutput"]
    ),
    .testTarget(
        name: "ParseQuickstartTests",
        dependencies: ["ParseQuickstart", "ParseTesting", "ParseKit", "ParseModels", "LoopbackServer"]
    ),
    // What the README and the guides print is compiled and run here.
    .testTarget(
        name: "SnippetTests",
        dependencies: [
            "ParseKit", "ParseModels", "ParseTransport", "ParseRetry", "ParseOutput", "ParseTesting",
            "ParseTransportCurl", "ParseTransportURLSession", "ParseTransportConformance",
        ],
        path: "Documentation/Snippets"
    ),
    .testTarget(name: "ParseRecorderTests", dependencies: ["ParseRecorder", "ParseTesting", "ParseKit"]),
    .testTarget(
        name: "ParseFixtureGeneratorTests",
        dependencies: ["ParseFixtureGenerator", "ParseTesting", "ParseKit"]
    ),
    .testTarget(name: "ParseBenchmarksTests", dependencies: ["ParseBenchmarks", "ParseModels", "ParseOutput"]),
]

let plugins: [Target] = [
    .plugin(
        name: "CheckHouse",
        capability: .command(
            intent: .custom(
                verb: "check-house",
                description: "Checks that modules import what they may and that public symbols are documented."
            )
        )
    ),
    .plugin(
        name: "RecordParseRun",
        capability: .command(
            intent: .custom(
                verb: "record-parse-run",
                description: "Records a parse run, real or simulated, into a fixture for tests."
            ),
            permissions: [
                .allowNetworkConnections(
                    scope: .all(ports: [443]),
                    reason: "A run of yours is fetched from Extend, and its output from its storage."
                ),
                .writeToPackageDirectory(reason: "The recording is written where --to says."),
            ]
        ),
        dependencies: ["ParseRecorder"]
    ),
    .plugin(name: "ParseFixtures", capability: .buildTool(), dependencies: ["ParseFixtureGenerator"]),
]

let package = Package(
    name: "swift-extend-parse",
    platforms: [.macOS(.v15), .macCatalyst(.v18), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: libraries.map { .library(name: $0, targets: [$0]) }
        + [
            .executable(name: "parse-quickstart", targets: ["ParseQuickstart"]),
            .executable(name: "parse-benchmarks", targets: ["ParseBenchmarks"]),
            .plugin(name: "RecordParseRun", targets: ["RecordParseRun"]),
            .plugin(name: "ParseFixtures", targets: ["ParseFixtures"]),
        ],
    targets: cSources + sources + tests + plugins,
    swiftLanguageModes: [.v6]
)

// MARK: - Every Swift target is compiled with tomorrow's defaults.

for target in sources + tests {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    ]
}

// Memory safety is checked where no C library is spoken to (SE-0458).
let speaksToC: Set = ["ParseTransportCurl", "ParseBenchmarks", "LoopbackServer"]
for target in sources where !speaksToC.contains(target.name) {
    target.swiftSettings?.append(.strictMemorySafety())
}
