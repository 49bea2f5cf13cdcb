using System.Security.Cryptography;

namespace Reporting.Domain.Participations.Reading;

/// <summary>One source while it is read.</summary>
internal sealed class SourceState(ParticipationSource source) : IDisposable
{
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Name => source.Name;

    /// <summary>Whether what stands before the records is read.</summary>
    public bool IsStarted { get; set; }

    public ParticipationFormat Format { get; set; }

    /// <summary>CSV: the header, once read.</summary>
    public CsvHeader? Header { get; set; }

    public long Bytes { get; private set; }

    /// <summary>Lines, records and rejected records of the chunks taken so far, in order.</summary>
    public (long Lines, long Records, long Rejected) Taken { get; set; }

    /// <summary>NDJSON: keys already warned of.</summary>
    public HashSet<string> UnknownKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>SHA-256, once read to the end.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Reads until the place is full or the source ends, and digests what was read.</summary>
    public async ValueTask<int> FillAsync(Memory<byte> place, CancellationToken cancellation)
    {
        // A file that is not open for asynchronous reading would be read by yet another thread.
        var length = source.Content is FileStream { IsAsync: false } file
            ? file.ReadAtLeast(place.Span, place.Length, throwOnEndOfStream: false)
            : await source.Content.ReadAtLeastAsync(place, place.Length, throwOnEndOfStream: false, cancellation);
        _digest.AppendData(place.Span[..length]);
        Bytes += length;
        return length;
    }

    public void End()
    {
        Sha256 = Convert.ToHexStringLower(_digest.GetHashAndReset());
        _digest.Dispose();
    }

    public SourceReceipt Receipt() => new(Name, Format, Bytes, Sha256!, Taken.Records, Taken.Rejected);

    public void Dispose() => _digest.Dispose();
}
