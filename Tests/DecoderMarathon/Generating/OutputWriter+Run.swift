/// What a run has besides its output.
extension OutputWriter {
    mutating func file() {
        object([
            ("object", { $0.put("\"file\"") }), ("id", { $0.string() }), ("name", { $0.string() }),
            ("type", { $0.word(["PDF", "IMG", "NEW"]) }), ("parentFileId", { $0.string() }),
            (
                "metadata",
                {
                    $0.object([
                        ("pageCount", { $0.number() }),
                        (
                            "parentSplit",
                            {
                                $0.object([
                                    ("id", { $0.string() }), ("type", { $0.string() }), ("identifier", { $0.string() }),
                                    ("startPage", { $0.whole() }), ("endPage", { $0.whole() }),
                                ])
                            }
                        ),
                    ])
                }
            ),
            ("createdAt", { $0.date() }), ("updatedAt", { $0.date() }),
        ])
    }

    mutating func freeMetadata() {
        object([("a", { $0.anything(depth: 2) }), ("ticket", { $0.whole() }), ("é", { $0.anything(depth: 1) })])
    }

    mutating func metrics() {
        object([("processingTimeMs", { $0.number() }), ("pageCount", { $0.number() })])
    }

    mutating func usage() {
        let charge: Member = (
            "charges",
            {
                $0.array($0.random.below(3)) {
                    $0.object([
                        ("product", { $0.word(["parse_light", "new"]) }), ("unit", { $0.word(["page", "new"]) }),
                        ("quantity", { $0.number() }), ("credits", { $0.number() }),
                        ("pages", { $0.array($0.random.below(4)) { $0.whole() } }),
                    ])
                }
            }
        )
        object([
            ("credits", { $0.number() }), ("totalCredits", { $0.number() }),
            (
                "breakdown",
                {
                    $0.array($0.random.below(3)) {
                        $0.object([
                            ("object", { $0.word(["parse_run", "new"]) }), ("id", { $0.string() }),
                            ("credits", { $0.number() }), charge,
                        ])
                    }
                }
            ),
        ])
    }

    mutating func date() {
        if random.happens(10) { return string() }
        word([
            "2026-11-02T08:15:30Z", "2026-11-02t08:15:30.25+01:00", "2016-12-31 23:59:60Z", "0001-01-01T00:00:00.5Z",
            "9999-12-31T23:59:59.999999999-23:59",
        ])
    }
}

// MARK: - Options

extension OutputWriter {
    mutating func config() {
        object([
            ("target", { $0.word(["markdown", "new"]) }), ("engine", { $0.word(["parse_auto", "new"]) }),
            ("engineVersion", { $0.string() }), ("blockOptions", { $0.blockOptions() }),
            ("advancedOptions", { $0.advancedOptions() }),
            (
                "chunkingStrategy",
                {
                    $0.object([
                        ("type", { $0.word(["page", "section", "new"]) }),
                        (
                            "options",
                            { $0.object([("minCharacters", { $0.whole() }), ("maxCharacters", { $0.whole() })]) }
                        ),
                    ])
                }
            ),
        ])
    }

    private mutating func blockOptions() {
        let agentic: Member = (
            "agentic", { $0.object([("enabled", { $0.flag() }), ("customInstructions", { $0.string() })]) }
        )
        object([
            options(
                "figures", flags: ["enabled", "figureImageClippingEnabled", "advancedChartExtractionEnabled"],
                [("customInstructions", { $0.string() })]),
            options(
                "tables", flags: ["enabled", "tableHeaderContinuationEnabled", "cellBlocksEnabled"],
                [("targetFormat", { $0.word(["html", "new"]) }), agentic]),
            options("text", flags: ["signatureDetectionEnabled"], [agentic]),
            options("keyValue", flags: ["blankFieldFormattingEnabled"]),
            options("barcodes", flags: ["imageClippingEnabled", "readingEnabled"]),
            options("formulas", flags: ["enabled"]),
        ])
    }

    private mutating func advancedOptions() {
        let flags = [
            "pageRotationEnabled", "excelSkipHiddenContent", "excelUseRawCellValues", "excelSkipCalculation",
            "excelIncludeCellMetadata", "excelIncludeCellFormatting", "alwaysConvertToPdf",
        ]
        let words = ["excelParsingMode", "enrichmentFormat", "imageConversionQuality"]
        object(
            flags.map { ($0, { $0.flag() }) } + words.map { ($0, { $0.word(["advanced", "xml", "high"]) }) } + [
                ("verticalGroupingThreshold", { $0.number() }), options("returnOcr", flags: ["words", "lines"]),
                (
                    "pageRanges",
                    {
                        $0.array($0.random.below(3)) {
                            $0.object([("start", { $0.whole() }), ("end", { $0.whole() })])
                        }
                    }
                ),
                (
                    "formattingDetection",
                    { $0.array($0.random.below(3)) { $0.object([("type", { $0.word(["change_tracking", "new"]) })]) } }
                ),
            ]
        )
    }

    private func options(_ name: String, flags: [String], _ more: [Member] = []) -> Member {
        (name, { $0.object(flags.map { ($0, { $0.flag() }) } + more) })
    }

    private mutating func flag() {
        word(["true", "false"], isQuoted: false)
    }
}
