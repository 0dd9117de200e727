/// All a value tells of itself: its description, its debug description and its dump, which walks its mirrors.
func everythingShown<Value>(_ value: Value) -> String {
    var shown = "\(value)\n" + String(reflecting: value) + "\n"
    dump(value, to: &shown)
    return shown
}
