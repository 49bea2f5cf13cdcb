using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Store.Tests.Returns;

/// <summary>A return of Rennes for 2025 with everything that a line can hold.</summary>
internal static class SampleReturn
{
    public const int Year = 2025;
    public const string Rennes = "243500139";

    public static readonly DateTimeOffset PostedAt = new(2026, 3, 2, 9, 30, 15, 120, TimeSpan.FromHours(1));

    private static readonly Contribution Outreach = new()
    {
        Action = "1.1", LocalIndicator = "L1", Label = "Maraude « familles »", Headcount = 180, WithoutFollowUp = 30,
    };

    private static readonly Contribution Support = new() { Action = "1.2", Headcount = 230, Duplicates = 24 };

    public static readonly IReadOnlyList<CountedLine> Lines =
    [
        new()
        {
            Indicator = Indicators.Enf1, Target = 420, Gross = 410, Value = 356, LowerBound = 230, Estimated = true,
            MethodChange = new("Deux quartiers de plus", -12), Comment = "L'été compris",
            Contributions = [new(1, Outreach, 150), new(2, Support, 230)],
            Explanation =
            [
                new("ENF1-SUITE", "Annexe 6, repérage", 1, -30, "30 sans suite"),
                new("G-DOUBLONS", "Annexe 6", 2, -24, "24 déjà comptées"),
                new("G-DOUBLONS", "Annexe 6", null, 0, "Pour la ligne entière"),
            ],
        },
        new() { Indicator = Indicators.Emp1, Gross = 0, Value = 190, LowerBound = 190, Derived = true },
        new() { Indicator = Indicators.Dro4, Target = 1.5m, Gross = 999_999_999.99m, Value = 1.23m, LowerBound = 0.07m },
    ];

    public static readonly IReadOnlyList<Finding> Findings =
    [
        new("G-DOUBLONS", Severity.Warning, "/indicateurs/0", new("doublons-inconnus", "Le recoupement est inconnu."),
            ["/indicateurs/2"], [PatchOperation.Remove("/indicateurs/0/contributions/0/doublons")]),
        Finding.At("G-CIBLE", Severity.Information, "/indicateurs", new("cible", "À vérifier")),
    ];

    public static StoredReturn Of(int version = 1, int sequence = 1, decimal? value = null, int year = Year, string territory = Rennes) => new()
    {
        Year = year,
        Territory = territory,
        Version = version,
        Sequence = sequence,
        State = ReturnState.Draft,
        RecordedAt = PostedAt.AddHours(version),
        LastEventAt = PostedAt.AddHours(version),
        LastVersion = version,
        RecordedBy = "si-rennes",
        Digest = $"{version:d64}",
        Body = $$"""{"indicateurs":[],"version":{{version}}}""",
        Counted = new(
            value is null ? Lines : [new() { Indicator = Indicators.Enf1, Gross = value.Value, Value = value.Value, LowerBound = value.Value }],
            Findings, "annexe6-essai"),
    };
}
