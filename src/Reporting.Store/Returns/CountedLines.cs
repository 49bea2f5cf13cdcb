using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Store.Returns;

/// <summary>The counted lines of a version: written whole, read with their explanations.</summary>
internal static class CountedLines
{
    private static readonly Query AddLine = new(
        """
        INSERT INTO ReturnLine (
            Year, Territory, Version, Indicator, Target, Gross, Value, LowerBound, ComparableValue, Rate,
            Estimated, Broken, Derived, MethodDescription, Comment)
        VALUES (
            @Year, @Territory, @Version, @Indicator, @Target, @Gross, @Value, @LowerBound, @ComparableValue, @Rate,
            @Estimated, @Broken, @Derived, @MethodDescription, @Comment);
        """);

    private static readonly Query AddContribution = new(
        """
        INSERT INTO ReturnContribution (
            Year, Territory, Version, Indicator, Position, Action, LocalIndicator, Label, Headcount, Retained, Duplicates)
        VALUES (
            @Year, @Territory, @Version, @Indicator, @Position, @Action, @LocalIndicator, @Label, @Headcount, @Retained,
            @Duplicates);
        """);

    private static readonly Query AddExplanation = new(
        """
        INSERT INTO ReturnExplanation (
            Year, Territory, Version, Indicator, Position, RuleId, Clause, Contribution, Effect, Text)
        VALUES (
            @Year, @Territory, @Version, @Indicator, @Position, @RuleId, @Clause, @Contribution, @Effect, @Text);
        """);

    private static readonly Query Lines = new(
        """
        SELECT l.Indicator, l.Target, l.Gross, l.Value, l.LowerBound, l.ComparableValue, l.Estimated, l.Broken, l.Derived,
            l.MethodDescription, l.Comment
        FROM ReturnLine l
        JOIN Indicator i ON i.Code = l.Indicator
        WHERE l.Year = @Year AND l.Territory = @Territory AND l.Version = @Version
        ORDER BY i.Position;
        """);

    private static readonly Query Explanations = new(
        """
        SELECT Indicator, RuleId, Clause, Contribution, Effect, Text
        FROM ReturnExplanation
        WHERE Year = @Year AND Territory = @Territory AND Version = @Version
        ORDER BY Indicator, Position;
        """);

    public static async Task InsertAsync(Session session, StoredReturn added)
    {
        var lines = added.Counted.Lines;
        await session.InsertAsync(AddLine, lines.Select(line => new
        {
            added.Year, added.Territory, added.Version, Indicator = line.Indicator.Code, line.Target, line.Gross,
            line.Value, line.LowerBound, line.ComparableValue, line.Rate, line.Estimated,
            Broken = line.MethodChange is not null, line.Derived,
            MethodDescription = line.MethodChange?.Description, line.Comment,
        }));
        await SmallestCountStore.InsertAsync(session, added.Year, added.Territory, added.Version, lines);
        await session.InsertAsync(AddContribution,
            from line in lines
            from contribution in line.Contributions
            select new
            {
                added.Year, added.Territory, added.Version, Indicator = line.Indicator.Code, contribution.Position,
                contribution.Posted.Action, contribution.Posted.LocalIndicator, contribution.Posted.Label,
                contribution.Posted.Headcount, contribution.Retained, contribution.Posted.Duplicates,
            });
        await session.InsertAsync(AddExplanation,
            from line in lines
            from entry in line.Explanation.Select((effect, index) => (Effect: effect, Position: index + 1))
            select new
            {
                added.Year, added.Territory, added.Version, Indicator = line.Indicator.Code, entry.Position,
                RuleId = entry.Effect.Rule, entry.Effect.Clause, entry.Effect.Contribution,
                Effect = entry.Effect.Amount, entry.Effect.Text,
            });
    }

    /// <summary>The lines with their explanations; contributions stay in the posted body.</summary>
    public static async Task<IReadOnlyList<CountedLine>> ReadAsync(
        Database database, int year, string territory, int version, CancellationToken cancel)
    {
        var key = new { Year = year, Territory = territory, Version = version };
        var explanations = (await database.QueryAsync<ExplanationRow>(Explanations, key, cancel))
            .ToLookup(row => row.Indicator, row => row.ToEffect());
        var lines = await database.QueryAsync<LineRow>(Lines, key, cancel);
        return [.. lines.Select(row => row.ToLine([.. explanations[row.Indicator]]))];
    }

    private sealed class LineRow
    {
        public required string Indicator { get; init; }

        public decimal? Target { get; init; }

        public decimal Gross { get; init; }

        public decimal Value { get; init; }

        public decimal LowerBound { get; init; }

        public decimal ComparableValue { get; init; }

        public bool Estimated { get; init; }

        public bool Broken { get; init; }

        public bool Derived { get; init; }

        public string? MethodDescription { get; init; }

        public string? Comment { get; init; }

        public CountedLine ToLine(IReadOnlyList<Effect> explanation) => new()
        {
            Indicator = Indicators.Find(Indicator)!,
            Target = Target,
            Gross = Gross,
            Value = Value,
            LowerBound = LowerBound,
            Estimated = Estimated,
            MethodChange = Broken ? new(MethodDescription ?? "", Value - ComparableValue) : null,
            Derived = Derived,
            Comment = Comment,
            Explanation = explanation,
        };
    }

    private sealed class ExplanationRow
    {
        public required string Indicator { get; init; }

        public required string RuleId { get; init; }

        public required string Clause { get; init; }

        public int? Contribution { get; init; }

        public decimal Effect { get; init; }

        public required string Text { get; init; }

        public Effect ToEffect() => new(RuleId, Clause, Contribution, Effect, Text);
    }
}
