using Reporting.Domain.Campaigns;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.FollowUp;

/// <summary>The 2025 campaign of Rennes, with what happened on days of March 2026 at noon; 32 is the first of April.</summary>
internal static class FollowedReturn
{
    public const string Rennes = "243500139";

    public static TerritoryCampaign Of(params (int Version, ReturnState State, int Day)[] steps) =>
        new(Campaign.Statutory(2025), [], Steps(steps));

    public static ReturnLife Steps(params (int Version, ReturnState State, int Day)[] steps) =>
        new([.. steps.Select((step, index) => new ReturnEvent(index + 1, step.Version, step.State, Noon(step.Day)))]);

    /// <summary>The same, with the versions that were sent back to be answered until the start of a day.</summary>
    public static TerritoryCampaign AnsweredUntil(this TerritoryCampaign of, int day) => of with
    {
        Life = new(
        [
            .. of.Life.Events.Select(entry => entry.State is ReturnState.SentBack
                ? entry with { Review = new("commissaire", "À corriger", Midnight(day)) }
                : entry),
        ]),
    };

    public static LateException Leave(int from, int until) => new(
        new Guid("018f0000-0000-7000-8000-000000000001"), 2025, Rennes, Noon(from), "dgcs", Midnight(until), "Panne");

    public static DateTimeOffset Noon(int day) => Midnight(day).AddHours(12);

    public static DateTimeOffset Midnight(int day) => ParisTime.StartOf(new DateOnly(2026, 3, 1).AddDays(day - 1));
}
