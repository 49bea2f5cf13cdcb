namespace Reporting.Domain.Participations.Keys;

/// <summary>Everything that is kept of the records: the facts that each thread wrote down, the sessions and the posts.</summary>
internal sealed class KeyStore
{
    private readonly List<KeyWriter> _writers = [];

    public IReadOnlyList<KeyWriter> Writers => _writers;

    public SessionTable Sessions { get; } = new();

    public PostLedger Posts { get; } = new();

    /// <summary>Takes what one more thread writes down. For any thread.</summary>
    public KeyWriter AddWriter()
    {
        var writer = new KeyWriter();
        lock (_writers)
        {
            _writers.Add(writer);
        }

        return writer;
    }
}
