extension DocumentWriter {
    /// Begins a chunk, up to the inside of its text.
    func open(_ json: inout JSONBytes) {
        json.append(#"{"object":"chunk","type":""#)
        json.append(workload.chunkType)
        json.append(#"","content":""#)
    }

    /// Ends a chunk's text and goes on to the inside of its blocks.
    func middle(_ json: inout JSONBytes, pages: ClosedRange<Int>) {
        json.append(#"","metadata":{"pageRange":{"start":"#)
        json.append(pages.lowerBound)
        json.append(#","end":"#)
        json.append(pages.upperBound)
        json.append(#"},"minOcrConfidence":0.612,"avgOcrConfidence":0.991},"blocks":["#)
    }

    /// Ends the output with its metadata.
    ///
    /// Only runs list their pages: the list is held whole by whoever decodes it, and would hide in the large documents
    /// whether a decoder's memory stays the same.
    func writeMetadata(to json: inout JSONBytes, pages: Int) {
        json.append(#","metadata":{"originalMimeType":"application/pdf","finalMimeType":"application/pdf","pages":"#)
        guard workload.isRun else {
            json.append("null}}")
            return
        }
        for number in 1...pages {
            json.append(number == 1 ? #"[{"number":"# : #",{"number":"#)
            json.append(number)
            json.append(#","rotationApplied":0,"originalPageWidth":612,"originalPageHeight":792,"dpi":150}"#)
        }
        json.append("]}}")
    }
}
