/// One invented word of the OCR layer.
struct OCRWord {
    private let page: Int
    private let text: [UInt8]
    private let frame: Frame
    private let confidence: Int
    private let block: BlockID

    init(page: Int, seed: UInt64, languages: Languages, from random: inout RandomSource) {
        self.page = page
        text = random.element(of: languages.ofPage(page).words)
        frame = .random(top: random.number(90...1500), height: 18, from: &random)
        confidence = random.number(512...999)
        // Every page has at least ten blocks.
        block = BlockID(page: page, index: random.number(0...9), seed: seed)
    }

    func write(to json: inout JSONBytes) {
        json.append(#"{"content":""#)
        json.append(text)
        json.append(#"","#)
        json.append(boxOf: frame)
        json.append(#","confidence":"#)
        json.append(confidence: confidence)
        json.append(#","pageNumber":"#)
        json.append(page)
        json.append(#","blockId":""#)
        json.append(block)
        json.append(#"","rotation":0}"#)
    }
}
