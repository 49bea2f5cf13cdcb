using System.Globalization;
using Reporting.Api.Json;
using Reporting.Api.Returns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Api.SampleData;

/// <summary>
/// One fictitious line for an indicator, near its target: every contribution shape that the guide provides for appears
/// in one territory or another.
/// </summary>
internal sealed class SampleLines(int year, Random random)
{
    public LineBody Line(Indicator indicator, decimal target)
    {
        var units = Near(target, indicator);
        var contributions = Contributions(indicator, units);
        return new()
        {
            Code = indicator.Code,
            Target = target,
            Value = contributions is null ? units : null,
            Contributions = contributions,
            MethodChange = Chance(0.04)
                ? new() { Description = "Périmètre élargi à deux quartiers (exemple)", Effect = Math.Floor(units / 10) }
                : null,
        };
    }

    private IReadOnlyList<ContributionBody>? Contributions(Indicator indicator, decimal units) => indicator.Code switch
    {
        "ENF-1" => Families(units),
        "ENF-2" => [new() { Action = "1.3", Headcount = units, OutOfPublic = Part(units, 0.1) }],
        "ENF-3" => Adolescents(units),
        "ENF-4" => YoungPeople(units),
        "EMP-1" => Chance(0.2) ? null : JobSeekers(units),
        "EMP-2" =>
        [
            new() { Action = "2.2", Headcount = units },
            new() { Action = "2.2", LocalIndicator = "L2", Headcount = Part(units, 0.3), Funded = false },
        ],
        "DRO-1" => ReachedOut(units),
        "DRO-2" => [new() { Action = "3.1", Headcount = units + Part(units, 0.1), EasyReadOnly = Part(units, 0.1) }],
        "DRO-3" => [new() { Action = "3.2", Headcount = units + Part(units, 0.15), AlreadyInEmp2 = Part(units, 0.15) }],
        "DRO-4" => [new() { Action = "3.3", Headcount = units }, new() { Action = "3.3", Headcount = 0.5m, Funded = false }],
        "DRO-5" => [new() { Action = "3.3", Headcount = units, OutOfPublic = Part(units, 0.2) }],
        "DRO-6" => [new() { Action = "3.1", Headcount = units + Part(units, 0.05), OutOfPeriod = Part(units, 0.05), Estimated = Chance(0.5) ? true : null }],
        "DRO-7" => [new() { Action = "3.4", Headcount = units, ShantytownMethod = Chance(0.8) ? true : null }],
        "DRO-8" => [new() { Action = "3.4", Headcount = units }, new() { Action = "3.4", Label = "Carte des lieux d'accueil (exemple)", Headcount = Part(units, 2), MappingTool = true }],
        "TES-1" => Visits(units),
        "TES-2" => Mobility(units),
        "TES-3" => [new() { Action = "4.3", Headcount = units, Estimated = Chance(0.3) ? true : null }, new() { Action = "4.3", Headcount = Part(units, 0.1), EnrolmentYear = year - 1, Duplicates = 0 }],
        _ => null,
    };

    private List<ContributionBody> Families(decimal units) =>
    [
        new() { Action = "1.1", Label = "Maraude familles (exemple)", Modality = Modalities.Outreach, Headcount = Part(units, 0.6), WithoutFollowUp = Part(units, 0.1) },
        new() { Action = "1.2", Modality = Modalities.Support, Headcount = Part(units, 0.4), Duplicates = Overlap(units, 0.06) },
        new() { Action = "1.2", LocalIndicator = "L3", Modality = Modalities.Programme, Headcount = Part(units, 0.15), ChildStandsForFamily = true, Duplicates = 0 },
    ];

    private List<ContributionBody> Adolescents(decimal units) =>
        Chance(0.3)
            ? [new() { Action = "1.1", Headcount = units + Part(units, 0.2), OutOfPublic = Part(units, 0.2), Estimated = true }]
            : [ByAge(new() { Action = "1.1", Headcount = 0 }, units, 10, 16)];

    private List<ContributionBody> YoungPeople(decimal units) =>
    [
        ByAge(new() { Action = "1.2", LocalIndicator = "L4", Modality = Modalities.Support, Headcount = 0 }, Part(units, 0.7), 15, 27),
        new() { Action = "1.2", LocalIndicator = "L5", Modality = Modalities.Outreach, Headcount = Part(units, 0.5), WithoutFollowUp = Part(units, 0.1), Duplicates = Overlap(units, 0.05) },
        new() { Action = "1.2", LocalIndicator = "L6", Modality = Modalities.Engineering, Headcount = 3, Duplicates = 0 },
    ];

    private static List<ContributionBody> JobSeekers(decimal units) =>
    [
        new() { Action = "2.1", Modality = Modalities.Lifting, Headcount = units, OutOfPublic = Part(units, 0.1), OfWhichMobility = 1 },
        new() { Action = "2.1", LocalIndicator = "L7", Modality = Modalities.Training, Headcount = 12, Duplicates = 0 },
    ];

    private List<ContributionBody> ReachedOut(decimal units) =>
    [
        new() { Action = "3.1", Modality = Modalities.HomeVisit, Headcount = units, Households = Part(units, 0.45) },
        new() { Action = "3.1", Modality = Modalities.Desk, Headcount = Part(units, 0.4), Duplicates = Overlap(units, 0.05) },
        new() { Action = "4.1", LocalIndicator = "L8", Modality = Modalities.HomeVisit, Headcount = Part(units, 0.2), Households = Part(units, 0.1), Duplicates = 0 },
    ];

    private List<ContributionBody> Visits(decimal units) =>
        Chance(0.4)
            ? [new() { Action = "4.1", Headcount = units, Slime = true }]
            : [new() { Action = "4.1", Headcount = units + Part(units, 0.15), WithoutFollowUp = Part(units, 0.15) }];

    private List<ContributionBody> Mobility(decimal units) =>
    [
        new() { Action = "4.2", FundingAxis = Axis.Employment.Code, Headcount = Part(units, 0.6), WithoutFollowUp = Part(units, 0.05) },
        new() { Action = "4.2", FundingAxis = Axis.Transition.Code, Headcount = Part(units, 0.5), WithoutFollowUp = Part(units, 0.05), Duplicates = Overlap(units, 0.04) },
    ];

    /// <summary>Spreads units evenly over ages, some of which the indicator does not keep.</summary>
    private static ContributionBody ByAge(ContributionBody contribution, decimal units, int youngest, int eldest)
    {
        var each = Math.Max(1, Math.Floor(units / (eldest - youngest + 1)));
        var ages = new OrdinalFigures();
        for (var age = youngest; age <= eldest; age++)
        {
            ages[age.ToString(CultureInfo.InvariantCulture)] = each;
        }

        return contribution with { Headcount = ages.Values.Sum(), ByAge = ages };
    }

    /// <summary>Known most of the time; unknown overlaps give bounds.</summary>
    private decimal? Overlap(decimal units, double share) => Chance(0.8) ? Part(units, share) : null;

    private decimal Near(decimal target, Indicator indicator) =>
        Math.Max(indicator.Decimals == 0 ? 2 : 0.25m,
            Math.Round(target * (decimal)(0.8 + (random.NextDouble() * 0.35)), indicator.Decimals));

    private static decimal Part(decimal units, double share) => Math.Round(units * (decimal)share);

    private bool Chance(double probability) => random.NextDouble() < probability;
}
