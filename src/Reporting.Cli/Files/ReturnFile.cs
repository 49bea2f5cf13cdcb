namespace Reporting.Cli.Files;

/// <summary>The return as the user keeps it: known to be UTF-8 JSON, its byte order mark taken off.</summary>
internal sealed class ReturnFile(string name, ReadOnlyMemory<byte> json)
{
    private const string StandardInput = "-";

    private static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    public ReadOnlyMemory<byte> Json { get; } = json;

    public static async Task<ReturnFile> ReadAsync(string path, Stream standardInput, CancellationToken cancel)
    {
        ReadOnlyMemory<byte> bytes = path is StandardInput
            ? await ReadToEndAsync(standardInput, cancel)
            : await ReadFileAsync(path, cancel);
        if (bytes.Span.StartsWith(s_byteOrderMark))
            bytes = bytes[s_byteOrderMark.Length..];

        var name = path is StandardInput ? "<stdin>" : path;
        if (JsonCheck.FirstMistake(bytes.Span) is { } mistake)
            throw Failure.Usage($"{name}:{mistake.Position}  {mistake.Message}");

        return new(name, bytes);
    }

    /// <summary>A pointer as editors and terminals understand it: <c>remontee.json:12:9</c>.</summary>
    public string Locate(string pointer) => $"{name}:{JsonPositions.Find(Json.Span, pointer)}";

    private static async Task<byte[]> ReadToEndAsync(Stream stream, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancel);
        return buffer.ToArray();
    }

    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancel);
        }
        catch (Exception e) when (Unreadable.IsExpected(e))
        {
            throw Unreadable.Failure(path, e);
        }
    }
}
