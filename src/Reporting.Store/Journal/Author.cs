namespace Reporting.Store.Journal;

/// <summary>Who acts on the store, in which role, through which client and from where, as the journal keeps it.</summary>
/// <remarks>No text is longer than its column: the journal keeps what was said, cut, rather than refuse the act.</remarks>
public sealed record Author
{
    private const int NameLength = 200;
    private const int CodeLength = 64;

    public Author(string name, string role, string? client = null, string? remoteAddress = null, string? traceId = null)
    {
        Name = Cut(name, NameLength);
        Role = Cut(role, CodeLength);
        Client = client is null ? null : Cut(client, NameLength);
        RemoteAddress = remoteAddress is null ? null : Cut(remoteAddress, CodeLength);
        TraceId = traceId is null ? null : Cut(traceId, CodeLength);
    }

    /// <summary>The service itself, when it starts.</summary>
    public static Author Service { get; } = new("service", "service");

    public string Name { get; }

    public string Role { get; }

    public string? Client { get; }

    public string? RemoteAddress { get; }

    public string? TraceId { get; }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
