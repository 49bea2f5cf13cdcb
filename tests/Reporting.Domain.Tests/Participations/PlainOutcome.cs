using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Where a record stops, from the first check to the last; a key is under the furthest that it reached.</summary>
internal enum PlainOutcome
{
    Period,
    Nature,
    Public,
    Funding,
    FollowUp,
    Exclusive,
    Retained,
}

/// <summary>The checks of one record, in the order of the specification.</summary>
internal sealed class PlainChecks(int year)
{
    /// <summary>(action, person) retained in ENF-2.</summary>
    public HashSet<(string Action, string Person)> Reserved { get; } = [];

    /// <summary>Sessions of the retained EMP-2 records.</summary>
    public HashSet<string> Emp2Sessions { get; } = [];

    public PlainOutcome Of(PlainRecord record) =>
        !IsInPeriod(record) ? PlainOutcome.Period
        : !IsOfTheNature(record) ? PlainOutcome.Nature
        : !IsInPublic(record) ? PlainOutcome.Public
        : !IsFunded(record) ? PlainOutcome.Funding
        : !IsFollowedUp(record) ? PlainOutcome.FollowUp
        : !IsFree(record) ? PlainOutcome.Exclusive
        : PlainOutcome.Retained;

    private bool IsInPeriod(PlainRecord record) =>
        record.Indicator.Period == CountingPeriod.SchoolYear
            ? record.Date >= new DateOnly(year, 9, 1) && record.Date <= new DateOnly(year + 1, 8, 31)
            : record.Date.Year == year;

    private static bool IsOfTheNature(PlainRecord record) => record.Indicator.Code switch
    {
        "ENF-4" => record.Modality != "ingenierie" && record.Exclusion != "ingenierie",
        "EMP-1" => record.Modality != "formation",
        "DRO-1" => (record.IsHomeVisit || record.IsParticipation) && record.Action.Axis == Axis.Rights,
        "DRO-2" => record.Exclusion != "falc",
        "DRO-8" => record.Exclusion != "cartographie",
        _ => true,
    };

    private static bool IsInPublic(PlainRecord record) => record.Indicator.Code switch
    {
        "ENF-2" => record.ChildAge < 3,
        "ENF-3" => record.Age is >= 11 and <= 15,
        "ENF-4" => record.Age is >= 16 and <= 25,
        "EMP-1" => record.JobSeeker,
        "TES-1" or "TES-2" => record.Trained,
        "DRO-5" => record.Issue == "maintien",
        _ => true,
    };

    private static bool IsFunded(PlainRecord record) =>
        record.Indicator.Code is not ("EMP-2" or "DRO-4") || record.Funding != "aucun";

    private static bool IsFollowedUp(PlainRecord record) => record.Indicator.Code switch
    {
        "ENF-1" or "ENF-4" => record.Modality != "reperage" || record.FollowedUp,
        "TES-1" or "TES-2" => record.FollowedUp,
        _ => true,
    };

    private bool IsFree(PlainRecord record) => record.Indicator.Code switch
    {
        "ENF-2" => true,
        "DRO-3" => !IsReserved(record) && !(record.Session != "" && Emp2Sessions.Contains(record.Session)),
        _ => !IsReserved(record),
    };

    private bool IsReserved(PlainRecord record) => Reserved.Contains((record.Action.ToString(), record.Person));
}
