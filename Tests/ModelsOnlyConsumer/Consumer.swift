@main struct Consumer { static func main() {} }
