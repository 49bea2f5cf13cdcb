using System.Globalization;
using System.Text;
using Dapper;
using Reporting.Store;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>
/// Rows of few distinct values in every set, so that expressions meet ties, nulls, blanks, accents, and navigations that
/// lead to nothing.
/// </summary>
public sealed class LanguageFeed() : FeedHost(FeedData.Dimensions)
{
    internal static readonly string[] Texts =
        ["", "a", "A", "a ", " a", "ab", "%", "_", "é", "É", "œuf", "b'a", "[a-z]", "\u00a0x\t", "😀b", "l'eau vive", "EMP-1"];

    private static readonly decimal[] Figures = [0, 0.5m, 1, 1.5m, 2, 12.34m, 100, 9999.99m];
    private static readonly decimal[] Rates = [0, 0.5m, 0.3333m, 1, 1.0117m];
    private static readonly string[] Territories = ["200054807", "211300553", "243300316", "246700488"];
    private static readonly string[] Instants = ["2025-03-01T00:00:00.000Z", "2025-03-01T00:00:00.001Z", "2025-06-30T12:05:07.250Z", "2025-12-31T23:59:59.999Z"];

    private readonly Random _random = new(20270301);
    private readonly StringBuilder _script = new();
    private readonly DynamicParameters _texts = new();

    internal World World { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Write();
        await using (var connection = await Database.OpenAsync(default))
        {
            await connection.ExecuteAsync(_script.ToString(), _texts);
        }

        World = await World.ReadAsync(this);
    }

    private void Write()
    {
        Add($"INSERT INTO TerritoryVersion (Siren, Version, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto, Container, EffectiveOn, RecordedAt, RecordedBy) VALUES ('211300553', 2, '13055', {Text("Marseille")}, 'COM', '13', '93', 886040, 2024, 2025, '200054807', '200054807', '2025-03-13', '2025-03-13T12:00:00.000Z', 'essai');");
        Add($"INSERT INTO ContractVersion (Territory, Version, RecordedAt, RecordedBy, Digest) VALUES ('243300316', 1, '2024-06-01T08:00:00.000Z', 'essai', 'c1'), ('246700488', 1, '2024-06-01T08:00:00.000Z', 'essai', 'c2');");
        foreach (var year in Enumerable.Range(2012, 12))
        {
            Add($"INSERT INTO Campaign (Year, OpensAt, ClosesAt) VALUES ({year}, '2025-02-28T23:00:00.000Z', '2025-03-31T22:00:00.000Z');");
        }

        foreach (var year in Enumerable.Range(2012, 14))
        {
            foreach (var territory in Territories.Where(_ => _random.Next(4) > 0))
            {
                AddReturn(year, territory);
            }

            Add($"INSERT INTO ContractTrajectory (Territory, Version, Indicator, Year, Baseline, Target) VALUES ('243300316', 1, 'ENF-1', {year}, {OrNull(Any(Figures))}, {Number(Any(Figures))}), ('246700488', 1, 'EMP-1', {year}, {OrNull(Any(Figures))}, {Number(Any(Figures))});");
        }
    }

    private void AddReturn(int year, string territory)
    {
        var at = Any(Instants);
        Add($"INSERT INTO ReturnVersion (Year, Territory, Version, RecordedAt, RecordedBy, Digest, RuleVersion, Fictitious, Body, Findings) VALUES ({year}, '{territory}', 1, '{at}', 'essai', 'd', '{Any("2024.1", "2025.1")}', {_random.Next(2)}, '{{}}', '[]');");
        Add($"INSERT INTO ReturnEvent (Year, Territory, Sequence, Version, State, At, Actor) VALUES ({year}, '{territory}', 1, 1, 'deposee', '{at}', 'essai');");
        if (_random.Next(2) == 0)
        {
            Add($"INSERT INTO ReturnEvent (Year, Territory, Sequence, Version, State, At, Actor) VALUES ({year}, '{territory}', 2, 1, 'validee', '2026-01-15T10:00:00.000Z', 'essai');");
        }

        foreach (var indicator in (string[])["ENF-1", "EMP-1"])
        {
            AddLine(year, territory, indicator);
        }
    }

    private void AddLine(int year, string territory, string indicator)
    {
        var (value, other) = (Any(Figures), Any(Figures));
        Add($"INSERT INTO ReturnLine (Year, Territory, Version, Indicator, Target, Gross, Value, LowerBound, ComparableValue, Rate, Estimated, Broken, Derived, Comment) VALUES ({year}, '{territory}', 1, '{indicator}', {OrNull(Any(Figures))}, {Number(value)}, {Number(value)}, {Number(Math.Min(value, other))}, {Number(other)}, {OrNull(Any(Rates))}, {_random.Next(2)}, {_random.Next(2)}, 0, {TextOrNull()});");
        for (var position = 1; position <= _random.Next(3); position++)
        {
            Add($"INSERT INTO ReturnContribution (Year, Territory, Version, Indicator, Position, Action, LocalIndicator, Label, Headcount, Retained, Duplicates) VALUES ({year}, '{territory}', 1, '{indicator}', {position}, '1.{_random.Next(3)}', {TextOrNull()}, {TextOrNull()}, {Number(Any(Figures))}, {Number(Any(Figures))}, {OrNull(Any(Figures))});");
        }

        if (_random.Next(3) == 0)
        {
            Add($"INSERT INTO ReturnExplanation (Year, Territory, Version, Indicator, Position, RuleId, Clause, Contribution, Effect, Text) VALUES ({year}, '{territory}', 1, '{indicator}', 1, 'G-DOUBLONS', 'Annexe 6', NULL, -{Number(Any(Figures))}, {Text(Any(Texts))});");
        }
    }

    private void Add(FormattableString statement) => _script.AppendLine(FormattableString.Invariant(statement));

    private T Any<T>(params IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private string OrNull(decimal figure) => _random.Next(4) == 0 ? "NULL" : Number(figure);

    private string TextOrNull() => _random.Next(4) == 0 ? "NULL" : Text(Any(Texts));

    private string Text(string text)
    {
        var name = $"@t{_texts.ParameterNames.Count()}";
        _texts.Add(name, text);
        return name;
    }

    private static string Number(decimal figure) => figure.ToString("0.0###", CultureInfo.InvariantCulture);
}
