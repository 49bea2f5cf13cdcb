using System.Globalization;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;

namespace Reporting.Domain.Tests.Participations;

/// <summary>One participation, as the specification describes its columns; plain values, nothing clever.</summary>
internal sealed record PlainRecord
{
    public required Indicator Indicator { get; init; }

    public required ActionNumber Action { get; init; }

    public required string Person { get; init; }

    public required string Household { get; init; }

    public required DateOnly Date { get; init; }

    public required int? Age { get; init; }

    public required int? ChildAge { get; init; }

    public required string Modality { get; init; }

    public required bool FollowedUp { get; init; }

    public required bool Trained { get; init; }

    public required bool JobSeeker { get; init; }

    public required string Funding { get; init; }

    public required string[] Categories { get; init; }

    public required string Session { get; init; }

    public required string Issue { get; init; }

    public required decimal Quantity { get; init; }

    public required string Exclusion { get; init; }

    /// <summary>The axis that funds it: the one written, or the action's.</summary>
    public string FundingAxis => Funding == "" ? Action.Axis.Code : Funding;

    /// <summary>What is counted once: a household where the indicator counts them, otherwise a person; two spaces of names.</summary>
    public PlainKey Key => CountsHouseholds && Household != "" ? new("menage", Household) : new("personne", Person);

    public bool CountsHouseholds => Indicator.Code is "ENF-1" or "TES-1" || IsHomeVisit;

    public bool IsHomeVisit => Indicator.Code == "DRO-1" && Modality == "lieu-de-vie";

    public bool IsParticipation => Indicator.Code == "DRO-1" && Modality is "permanence" or "reunion";

    public static int? AgeOn(DateOnly? birth, DateOnly? start)
    {
        if (birth is not { } born || start is not { } day)
            return null;

        var age = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? age - 1 : age;
    }

    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

internal readonly record struct PlainKey(string Space, string Name);
