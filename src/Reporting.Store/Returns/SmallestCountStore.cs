using System.Data.Common;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;
using Reporting.Store.Journal;

namespace Reporting.Store.Returns;

/// <summary>Keeps beside each counted line the smallest counts that it gives away.</summary>
public sealed class SmallestCountStore(Database database)
{
    private static readonly Query Add = new(
        """
        INSERT INTO SmallestCount (
            Year, Territory, Version, Indicator, InValue, InLowerBound, InComparableValue, InDetail)
        VALUES (
            @Year, @Territory, @Version, @Indicator, @InValue, @InLowerBound, @InComparableValue, @InDetail);
        """);

    private static readonly Query Lacking = new(
        """
        SELECT DISTINCT l.Year, l.Territory, l.Version
        FROM ReturnLine l
        WHERE NOT EXISTS (SELECT 1 FROM SmallestCount s
                          WHERE s.Year = l.Year AND s.Territory = l.Territory AND s.Version = l.Version)
        ORDER BY l.Year, l.Territory, l.Version;
        """);

    private static readonly Query Lines = new(
        """
        SELECT Indicator, Gross, Value, LowerBound, ComparableValue
        FROM ReturnLine
        WHERE Year = @Year AND Territory = @Territory AND Version = @Version
        ORDER BY Indicator;
        """);

    private static readonly Query Contributions = new(
        """
        SELECT Indicator, Position, Action, Headcount, Retained, Duplicates
        FROM ReturnContribution
        WHERE Year = @Year AND Territory = @Territory AND Version = @Version
        ORDER BY Indicator, Position;
        """);

    private static readonly Query Effects = new(
        """
        SELECT Indicator, Effect
        FROM ReturnExplanation
        WHERE Year = @Year AND Territory = @Territory AND Version = @Version
        ORDER BY Indicator, Position;
        """);

    private static readonly Query Body = new(
        """
        SELECT Body
        FROM ReturnVersion
        WHERE Year = @Year AND Territory = @Territory AND Version = @Version;
        """);

    /// <summary>Works out what lines give away that are kept without it; run again, it changes nothing.</summary>
    public async Task CompleteAsync(Author author, CancellationToken cancel)
    {
        while (await database.QueryAsync<VersionRow>(Lacking, null, cancel) is { Count: > 0 } versions)
        {
            try
            {
                await database.MaintainAsync(
                    [new(author, JournalActions.CompleteSmallestCounts)], session => AddAsync(session, versions), cancel);
            }
            catch (DbException error) when (Dialect.IsDuplicate(error))
            {
                // Another instance that starts too came first: see whether anything is still missing.
            }
        }
    }

    internal static Task InsertAsync(
        Session session, int year, string territory, int version, IReadOnlyList<CountedLine> lines) =>
        session.InsertAsync(Add, lines.Zip(SmallestCounts.Of(lines), (line, counts) => new
        {
            Year = year, Territory = territory, Version = version, Indicator = line.Indicator.Code,
            counts.InValue, counts.InLowerBound, counts.InComparableValue, counts.InDetail,
        }));

    private static async Task<bool> AddAsync(Session session, IReadOnlyList<VersionRow> versions)
    {
        foreach (var version in versions)
        {
            var contributions = (await session.QueryAsync<ContributionRow>(Contributions, version)).ToLookup(row => row.Indicator);
            var effects = (await session.QueryAsync<EffectRow>(Effects, version)).ToLookup(row => row.Indicator);
            var lines = await session.QueryAsync<LineRow>(Lines, version);
            var funding = PostedFunding.Of((await session.QueryAsync<string>(Body, version)).Single());
            await InsertAsync(session, version.Year, version.Territory, version.Version,
                [.. lines.Select(row => row.ToLine(contributions[row.Indicator], effects[row.Indicator], funding))]);
        }

        return true;
    }

    private sealed class VersionRow
    {
        public int Year { get; init; }

        public required string Territory { get; init; }

        public int Version { get; init; }
    }

    private sealed class LineRow
    {
        public required string Indicator { get; init; }

        public decimal Gross { get; init; }

        public decimal Value { get; init; }

        public decimal LowerBound { get; init; }

        public decimal ComparableValue { get; init; }

        public CountedLine ToLine(
            IEnumerable<ContributionRow> contributions, IEnumerable<EffectRow> effects, IReadOnlyDictionary<int, string> funding) => new()
            {
                Indicator = Indicators.Find(Indicator)!,
                Gross = Gross,
                Value = Value,
                LowerBound = LowerBound,
                MethodChange = Value == ComparableValue ? null : new("", Value - ComparableValue),
                Contributions = [.. contributions.Select(row => row.ToContribution(Indicator == Indicators.Tes2.Code ? funding.GetValueOrDefault(row.Position) : null))],
                Explanation = [.. effects.Select(row => new Effect("", "", null, row.Effect, ""))],
            };
    }

    private sealed class ContributionRow
    {
        public required string Indicator { get; init; }

        public int Position { get; init; }

        public required string Action { get; init; }

        public decimal Headcount { get; init; }

        public decimal Retained { get; init; }

        public decimal? Duplicates { get; init; }

        public CountedContribution ToContribution(string? fundingAxis) =>
            new(Position, new() { Action = Action, Headcount = Headcount, Duplicates = Duplicates, FundingAxis = fundingAxis }, Retained);
    }

    private sealed class EffectRow
    {
        public required string Indicator { get; init; }

        public decimal Effect { get; init; }
    }
}
