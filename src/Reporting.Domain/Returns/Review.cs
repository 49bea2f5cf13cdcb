using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Returns;

/// <summary>What a reviewer said on accepting a version or sending it back.</summary>
/// <param name="Role">Role of the reviewer: <c>commissaire</c> or <c>dgcs</c>.</param>
/// <param name="Comment">What was said, in French; always given when the version is sent back.</param>
/// <param name="CorrectableUntil">Sent back: first instant at which the owner may no longer answer outside the calendar.</param>
public sealed record Review(string Role, string? Comment, DateTimeOffset? CorrectableUntil)
{
    /// <summary>Whole days that the owner has to answer, unless the reviewer says otherwise.</summary>
    public const int DaysToAnswer = 15;

    /// <summary>The end of the last day to answer, unless the reviewer says otherwise.</summary>
    /// <param name="sentBackAt">When the version is sent back.</param>
    public static DateTimeOffset EndOfAnswer(DateTimeOffset sentBackAt) =>
        ParisTime.StartOf(ParisTime.DayOf(sentBackAt).AddDays(DaysToAnswer + 1));
}
