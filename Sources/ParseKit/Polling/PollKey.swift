/// What is polled: the same run in another form is another request.
struct PollKey: Hashable, Sendable {
    let id: String
    let responseType: ResponseType
}
