namespace Reporting.Domain.Participations.Reading;

/// <summary>A piece of a source that holds whole records, in a buffer that is used again and again.</summary>
internal sealed class Chunk
{
    /// <summary>Fresh bytes best read at a time: near the processor until they are counted.</summary>
    public const int FreshBytes = 256 * 1024;

    /// <summary>Where fresh bytes go; what the last chunk left over goes before.</summary>
    public const int FreshStart = ParticipationCounter.MaximumRecordBytes;

    /// <summary>Bytes past the end that may be read, though they mean nothing.</summary>
    public const int Slack = 64;

    private const int PageBytes = 4096;

    public Chunk(int fresh)
    {
        Fresh = fresh;

        // Reading a file to where its pages begin is up to five times as fast.
        Buffer = GC.AllocateUninitializedArray<byte>(FreshStart + fresh + Slack + PageBytes, pinned: true);
        var address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(Buffer, 0);
        Origin = (int)((PageBytes - (address % PageBytes)) % PageBytes);
    }

    /// <summary>Fresh bytes read at a time.</summary>
    public int Fresh { get; }

    public byte[] Buffer { get; }

    public int Origin { get; }

    public SourceState Source { get; set; } = null!;

    /// <summary>Place among all chunks, from 0.</summary>
    public long Sequence { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    /// <summary>Whether the records of a source start with it.</summary>
    public bool IsStart { get; set; }

    /// <summary>Whether a source ends with it.</summary>
    public bool IsLast { get; set; }

    /// <summary>Lines before it that are of no record: the header.</summary>
    public int LinesBefore { get; set; }

    /// <summary>What keeps the source from being read further, once these records are taken.</summary>
    public ReadingFault? Fault { get; set; }

    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(Start, End - Start);
}

/// <summary>What ends a count: why, and in French.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Message">In French.</param>
/// <param name="HasLine">Whether the next line is the one at fault.</param>
internal sealed record ReadingFault(RefusalReason Reason, string Message, bool HasLine);
