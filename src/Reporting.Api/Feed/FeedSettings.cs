using System.Runtime.CompilerServices;

namespace Reporting.Api.Feed;

/// <summary>How much one request may ask of the feed (section <c>Feed</c>).</summary>
internal sealed class FeedSettings
{
    private const string Section = "Feed";

    /// <summary>Longest that the answer to one request is worked on; a batch has so long for each of its requests.</summary>
    public TimeSpan TimeLimit { get; set => field = value > TimeSpan.Zero ? value : throw Senseless(value); } = TimeSpan.FromMinutes(2);

    /// <summary>Most levels of $expand within $expand.</summary>
    public int ExpandLevels { get; set => field = value > 0 ? value : throw Senseless(value); } = 4;

    /// <summary>Most navigation properties that one request expands, on all levels.</summary>
    public int Expansions { get; set => field = value > 0 ? value : throw Senseless(value); } = 20;

    /// <summary>Most rows of a page whose rows hold collections, and most rows given within any one row; links lead to the rest.</summary>
    public int ExpandedPage { get; set => field = value > 0 ? value : throw Senseless(value); } = 1000;

    /// <summary>Most rows that one answer gives within others; links lead to the rest.</summary>
    public int ExpandedRows { get; set => field = value > 0 ? value : throw Senseless(value); } = 100_000;

    /// <summary>Most requests of a batch.</summary>
    public int BatchRequests { get; set => field = value > 0 ? value : throw Senseless(value); } = 100;

    /// <summary>Most bytes of the body of a batch.</summary>
    public int BatchBytes { get; set => field = value > 0 ? value : throw Senseless(value); } = 256 * 1024;

    public static FeedSettings Of(IConfiguration configuration) => configuration.GetSection(Section).Get<FeedSettings>() ?? new();

    private static ArgumentOutOfRangeException Senseless(object value, [CallerMemberName] string setting = "") =>
        new($"{Section}:{setting}", value, "A limit of the feed is above zero.");
}
