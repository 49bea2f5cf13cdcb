using System.Runtime.CompilerServices;

namespace Reporting.Api.Counts;

/// <summary>How much may be counted in one request, and how many at once (section <c>Counts</c>).</summary>
internal sealed class CountSettings
{
    public const string Section = "Counts";

    private const long Gibibyte = 1024 * 1024 * 1024;

    /// <summary>Most bytes of a body, once decompressed.</summary>
    public long MaximumBytes { get; set => field = AtLeastOne(value); } = 2 * Gibibyte;

    /// <summary>Most records of a body.</summary>
    public long MaximumRecords { get; set => field = AtLeastOne(value); } = 20_000_000;

    /// <summary>Most requests being counted at once, one of each client; the next is asked to come back.</summary>
    public int AtOnce { get; set => field = (int)AtLeastOne(value); } = 2;

    /// <summary>Minutes that a count may take, its body included: one that trickles in must not keep a place.</summary>
    public int Minutes { get; set => field = (int)AtLeastOne(value); } = 30;

    /// <summary>Bytes a second that a body comes at, on the whole, once its grace is over; one that is slower is cut off.</summary>
    public long MinimumBytesPerSecond { get; set => field = AtLeastOne(value); } = 64 * 1024;

    /// <summary>Seconds that any body is waited for, however slowly it comes.</summary>
    public int GraceSeconds { get; set => field = (int)AtLeastOne(value); } = 30;

    /// <summary>How many times its size a compressed body may hold, beyond its first 16 MiB.</summary>
    public int MaximumRatio { get; set => field = (int)AtLeastOne(value); } = 200;

    /// <summary>Threads of one count.</summary>
    public int Threads { get; set => field = (int)AtLeastOne(value); } = 2;

    private static long AtLeastOne(long value, [CallerMemberName] string setting = "") => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException($"{Section}:{setting}", value, "A limit of counting is at least 1.");
}
