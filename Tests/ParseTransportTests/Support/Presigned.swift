/// URLs as the storages sign them, with invented secrets that all hold the word `topsecret`.
enum Presigned {
    static let s3 =
        "https://bucket.s3.us-east-1.amazonaws.com/runs/pr_1.json?X-Amz-Algorithm=AWS4-HMAC-SHA256"
        + "&X-Amz-Credential=topsecretkey%2F20261124%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261124T120000Z"
        + "&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Security-Token=topsecrettoken"
        + "&X-Amz-Signature=topsecret0123456789abcdef"
    static let gcs =
        "https://storage.googleapis.com/bucket/pr_1.json?X-Goog-Algorithm=GOOG4-RSA-SHA256"
        + "&X-Goog-Credential=topsecret%40project.iam&X-Goog-Expires=900&X-Goog-Signature=topsecretabcdef"
    static let azure =
        "https://account.blob.core.windows.net/runs/pr_1.json?sv=2024-11-04&se=2026-11-24T12%3A15%3A00Z"
        + "&sr=b&sp=r&sig=topsecret%2Babc%3D"
    static let all = [s3, gcs, azure]
}
