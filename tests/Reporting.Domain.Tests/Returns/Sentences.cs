using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Returns;

/// <summary>Builders with which a test reads as a sentence.</summary>
internal static class Sentences
{
    public const int Year = 2024;

    public static Contribution C(
        string action, decimal headcount, string? local = null, decimal? duplicates = null,
        decimal? outOfPeriod = null, decimal? outOfPublic = null, IReadOnlyDictionary<string, decimal>? byAge = null,
        string? modality = null, decimal? withoutFollowUp = null, bool? childStandsForFamily = null,
        bool? funded = null, decimal? households = null, decimal? easyReadOnly = null, decimal? alreadyInEmp2 = null,
        string? fundingAxis = null, decimal? ofWhichMobility = null, bool? slime = null, bool? shantytownMethod = null,
        bool? mappingTool = null, int? enrolmentYear = null, bool? estimated = null) => new()
        {
            Action = action,
            LocalIndicator = local,
            Headcount = headcount,
            Duplicates = duplicates,
            OutOfPeriod = outOfPeriod,
            OutOfPublic = outOfPublic,
            ByAge = byAge,
            Modality = modality,
            WithoutFollowUp = withoutFollowUp,
            ChildStandsForFamily = childStandsForFamily,
            Funded = funded,
            Households = households,
            EasyReadOnly = easyReadOnly,
            AlreadyInEmp2 = alreadyInEmp2,
            FundingAxis = fundingAxis,
            OfWhichMobility = ofWhichMobility,
            Slime = slime,
            ShantytownMethod = shantytownMethod,
            MappingTool = mappingTool,
            EnrolmentYear = enrolmentYear,
            Estimated = estimated,
        };

    public static IReadOnlyDictionary<string, decimal> Ages(params (string Age, decimal Units)[] groups) =>
        groups.ToDictionary(group => group.Age, group => group.Units);

    /// <summary>A line with a target, so that only what a test is about is found.</summary>
    public static ReturnLine Line(string code, params Contribution[] contributions) =>
        new() { Code = code, Target = 100, Contributions = contributions };

    public static ReturnLine Declared(string code, decimal value, decimal? ofWhichMobility = null) =>
        new() { Code = code, Target = 100, Value = value, OfWhichMobility = ofWhichMobility };

    /// <summary>Counts lines under a contract that carries exactly their indicators.</summary>
    public static CountedReturn Count(params ReturnLine[] lines) =>
        ReturnCounter.Count(new(Year, lines), new(ContractFor(lines), Before(), ForDeposit: false));

    public static CountedReturn Deposit(params ReturnLine[] lines) =>
        ReturnCounter.Count(new(Year, lines), new(ContractFor(lines), Before(), ForDeposit: true));

    public static IReadOnlyDictionary<string, decimal> Before(params (string Code, decimal Value)[] figures) =>
        figures.ToDictionary(figure => figure.Code, figure => figure.Value);

    public static Contract ContractOf(params IEnumerable<Indicator> indicators) =>
        new([new(new(Axis.Childhood, 1), "Toutes les actions", [.. indicators])], []);

    private static Contract ContractFor(IEnumerable<ReturnLine> lines) =>
        ContractOf(lines.Select(line => Indicators.Find(line.Code)).OfType<Indicator>().Distinct());
}
