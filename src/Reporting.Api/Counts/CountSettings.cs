namespace Reporting.Api.Counts;

/// <summary>How much may be counted in one request, and how many at once (section <c>Counts</c>).</summary>
internal sealed class CountSettings
{
    public const string Section = "Counts";

    private const long Gibibyte = 1024 * 1024 * 1024;

    /// <summary>Most bytes of a body, once decompressed.</summary>
    public long MaximumBytes { get; set; } = 2 * Gibibyte;

    /// <summary>Most records of a body.</summary>
    public long MaximumRecords { get; set; } = 20_000_000;

    /// <summary>Most requests being counted at once; the next is asked to come back.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>Threads of one count.</summary>
    public int Threads { get; set; } = 2;
}
