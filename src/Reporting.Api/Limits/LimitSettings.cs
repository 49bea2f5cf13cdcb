using System.Runtime.CompilerServices;

namespace Reporting.Api.Limits;

/// <summary>What one client may ask for in a minute, and what is read at once (section <c>Limits</c>), of each instance.</summary>
internal sealed class LimitSettings
{
    public const string Section = "Limits";

    /// <summary>Requests of a client that read.</summary>
    public int ReadsPerMinute { get; set => field = AtLeast(1, value); } = 6_000;

    /// <summary>Requests of a client that write or simulate.</summary>
    public int WritesPerMinute { get; set => field = AtLeast(1, value); } = 3_000;

    /// <summary>Requests of a client that have records counted.</summary>
    public int CountsPerMinute { get; set => field = AtLeast(1, value); } = 600;

    /// <summary>Requests from an address of which nobody has signed in.</summary>
    public int AnonymousPerMinute { get; set => field = AtLeast(1, value); } = 1_200;

    /// <summary>Reads answered at once. What else an instance can do is left to writes, which never wait behind a read.</summary>
    public int ReadsAtOnce { get; set => field = AtLeast(1, value); } = 64;

    /// <summary>Heavy reads answered at once: exports, series, the feed.</summary>
    public int HeavyReadsAtOnce { get; set => field = AtLeast(1, value); } = 16;

    /// <summary>Heavy reads of one client answered at once.</summary>
    public int HeavyReadsPerClient { get; set => field = AtLeast(1, value); } = 8;

    /// <summary>Reads that wait for a place; the next is asked to come back.</summary>
    public int ReadsWaiting { get; set => field = AtLeast(0, value); } = 256;

    /// <summary>Seconds that a request may take, its body included; counting has <c>Counts:Minutes</c>, and the answers of the feed their own.</summary>
    public int Seconds { get; set => field = AtLeast(1, value); } = 100;

    private static int AtLeast(int least, int value, [CallerMemberName] string setting = "") => value >= least
        ? value
        : throw new ArgumentOutOfRangeException($"{Section}:{setting}", value, $"This limit is at least {least}.");
}
