/// Runs as the API might send them, invented.
enum RunFixtures {
    static let all = [minimal, complete, future, failed, batch]

    /// As little as the documentation's own sample has.
    static let minimal = DecodingFixture(
        "minimal",
        #"{"object":"parse_run","id":"pr_1","file":{"object":"file","id":"file_1","name":"a.pdf"},"status":"PROCESSING","failureReason":null,"failureMessage":null,"output":null,"outputUrl":null,"metrics":null}"#
    )

    /// Every field that is known.
    static let complete = DecodingFixture(
        "complete",
        """
        {"object":"parse_run","id":"pr_full","batchId":"bpar_1","status":"PROCESSED","failureReason":null,
        "file":{"object":"file","id":"file_1","name":"tides.pdf","type":"PDF","parentFileId":"file_0",
         "metadata":{"pageCount":2,"parentSplit":{"id":"s1","type":"tides","identifier":"t","startPage":1,"endPage":2.0}},
         "createdAt":"2026-11-02T08:15:30Z","updatedAt":"2026-11-02T09:15:31.25+01:00"},
        "metadata":{"ticket":4711,"extend:usage_tags":["ios-app","beta"],"deep":[null,true,{"a":1.5}]},
        "output":{"chunks":[{"object":"chunk","type":"page","content":"# Tide Table",
         "metadata":{"pageRange":{"start":1,"end":1},"minOcrConfidence":0.9,"avgOcrConfidence":0.98},
         "blocks":[
          {"object":"block","id":"block_1_aB3xY9","type":"heading","content":"# Tide Table","details":{},
           "metadata":{"page":{"number":1,"width":1000,"height":2000},"minOcrConfidence":0.99,"avgOcrConfidence":0.995,
            "layoutClass":"Heading","textDirection":"ltr"},
           "polygon":[{"x":100,"y":200},{"x":600,"y":200},{"x":600,"y":400},{"x":100,"y":400}],
           "boundingBox":{"left":100,"top":200,"right":600,"bottom":400}},
          {"object":"block","id":"block_1_t","type":"table","content":"<table></table>",
           "details":{"type":"table_details","rowCount":2,"columnCount":2},
           "metadata":{"page":{"number":1},"sheet":{"index":0,"name":"S"},"minOcrConfidence":null},
           "polygon":[],"boundingBox":{"left":null,"top":null,"right":null,"bottom":null},
           "children":[
            {"object":"block","id":"c11","parentBlockId":"block_1_t","type":"table_cell","content":"06:40",
             "details":{"type":"table_cell_details","rowIndex":1,"columnIndex":1,"cellReference":"B2","formula":"=A1",
              "formatting":{"bold":true,"italic":false,"fontColor":"#000","backgroundColor":"#fff"}},
             "metadata":{},"polygon":[],"boundingBox":{}},
            {"object":"block","id":"c00","parentBlockId":"block_1_t","type":"table_head","content":"Port",
             "details":{"type":"table_cell_details","rowIndex":0,"columnIndex":0},"metadata":{},"polygon":[],"boundingBox":{}}]},
          {"object":"block","id":"f","type":"figure","content":"","details":{"type":"figure_details",
           "imageUrl":"https://storage.example.invalid/clip.png?X-Amz-Signature=topsecret","figureType":"chart"}},
          {"object":"block","id":"b","type":"barcode","content":"","details":{"type":"barcode_details",
           "imageUrl":"https://storage.example.invalid/b.png?sig=topsecret","decodedValue":"1","format":"QRCode"}},
          {"object":"block","id":"k","type":"key_value","content":"A: B","details":{"type":"key_value_details"}},
          {"object":"block","id":"m","type":"formula","content":"$x$","details":{"type":"formula_details","latex":"x"}},
          {"object":"block","id":"x","type":"text","content":"t","details":{"type":"text_details","cellReference":"A1"}}]},
         {"object":"chunk","type":"section","content":"","metadata":{},"blocks":[]},
         {"object":"chunk","type":"document","content":"End","metadata":{"pageRange":{"start":2,"end":2}},"blocks":[
          {"object":"block","id":"p","type":"page_number","content":"2","metadata":{"page":{"number":2,"width":1000,"height":0}},
           "polygon":[{"x":1,"y":1}],"boundingBox":{"left":1,"top":1,"right":2,"bottom":2}}]}],
         "ocr":{"words":[{"content":"Tide","boundingBox":{"left":1.5,"top":2,"right":3,"bottom":4},"confidence":0.99,
           "pageNumber":1,"blockId":"block_1_aB3xY9","rotation":0},{"content":"stray","pageNumber":2.0,"rotation":null}],
          "lines":[{"content":"Tide Table","boundingBox":{"left":1,"top":2,"right":3,"bottom":4},"pageNumber":1}]},
         "metadata":{"originalMimeType":"image/png","finalMimeType":"application/pdf","pages":[
          {"number":1,"rotationApplied":-90,"originalPageWidth":612,"originalPageHeight":792,"dpi":150}]}},
        "outputUrl":"https://storage.example.invalid/o.json?X-Amz-Expires=900&X-Amz-Signature=topsecret",
        "metrics":{"processingTimeMs":8421,"pageCount":2},
        "config":{"target":"markdown","engine":"parse_auto","engineVersion":"latest",
         "chunkingStrategy":{"type":"section","options":{"minCharacters":500,"maxCharacters":10000}},
         "blockOptions":{"figures":{"enabled":true,"figureImageClippingEnabled":true,"advancedChartExtractionEnabled":false,"customInstructions":"c"},
          "tables":{"enabled":true,"targetFormat":"html","tableHeaderContinuationEnabled":false,"cellBlocksEnabled":true,"agentic":{"enabled":true,"customInstructions":"t"}},
          "text":{"signatureDetectionEnabled":true,"agentic":{"enabled":false}},"keyValue":{"blankFieldFormattingEnabled":true},
          "barcodes":{"imageClippingEnabled":true,"readingEnabled":true},"formulas":{"enabled":true}},
         "advancedOptions":{"pageRotationEnabled":true,"pageRanges":[{"start":1,"end":3}],"excelParsingMode":"advanced",
          "excelSkipHiddenContent":true,"excelUseRawCellValues":false,"excelSkipCalculation":true,"excelIncludeCellMetadata":true,
          "excelIncludeCellFormatting":true,"verticalGroupingThreshold":1.5,"returnOcr":{"words":true,"lines":true},
          "alwaysConvertToPdf":true,"enrichmentFormat":"xml","imageConversionQuality":"high","formattingDetection":[{"type":"change_tracking"}]}},
        "usage":{"credits":4.5,"totalCredits":4.5,"breakdown":[{"object":"parse_run","id":"pr_full","credits":4.5,
         "charges":[{"product":"parse_light","unit":"page","quantity":2,"credits":4.5,"pages":[1,2]}]}]}}
        """
    )

    /// An unknown value in every open place, unknown fields everywhere, details that nobody knows.
    static let future = DecodingFixture(
        "future",
        """
        {"object":"parse_run_v9","id":"x:new/form","status":"ARCHIVED","failureReason":"SOLAR_FLARE","novel":{"a":[1]},
        "file":{"object":"file","id":"f","type":"HOLOGRAM","sheets":[1]},
        "output":{"chunks":[{"object":"chunk","type":"paragraph","content":"c","index":3,"metadata":{"sheet":{"name":"s"}},
         "blocks":[
          {"id":"1","type":"hologram","content":"h","details":{"type":"hologram_details","url":"https://a.example/h?sig=topsecret","n":[1,{}]},
           "metadata":{"layoutClass":"Hologram","textDirection":"ttb","depth":2},"polygon":[{"x":1,"y":2,"z":3}]},
          {"id":"2","type":"text","details":{"depth":4}},
          {"id":"3","type":"table","details":{"type":"table_details","rowCount":"many"}},
          {"id":"4","type":"figure","details":{"type":"figure_details","figureType":"hologram"}},
          {"id":"5","details":null}]}],"ocr":{"glyphs":[]},"metadata":{"pages":null,"colours":4}},
        "config":{"target":"braille","engine":"parse_quantum","chunkingStrategy":{"type":"line"},
         "blockOptions":{"tables":{"targetFormat":"csv"},"holograms":{}},
         "advancedOptions":{"excelParsingMode":"psychic","enrichmentFormat":"yaml","imageConversionQuality":"8k","formattingDetection":[{"type":"glow"}]}},
        "usage":{"credits":1,"breakdown":[{"object":"dream_run","charges":[{"product":"dreams","unit":"night","quantity":0.5}]}]}}
        """
    )

    /// A run that ended without an output.
    static let failed = DecodingFixture(
        "failed",
        #"""
        {"object":"parse_run","id":"pr_f","status":"FAILED","failureReason":"PASSWORD_PROTECTED_FILE","failureMessage":
        "It needs a \u201cpassword\u201d.","file":{"object":"file","id":"file_2","name":"locked.pdf","type":"PDF","metadata":{},
        "createdAt":"2026-11-02T08:15:30.123456Z","updatedAt":null},"metadata":{},"output":null,"outputUrl":null,
        "metrics":{"processingTimeMs":null},"config":{},"usage":{"credits":0,"breakdown":[]}}
        """#
    )

    /// A run of a batch whose file could not be taken in, with white space around it.
    static let batch = DecodingFixture(
        "batch",
        "\r\n\t " + #"{ "status" : "PENDING" , "batchId" : "bpar_1" , "file" : null , "id" : "pr_b" }"# + " \n"
    )
}
