using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Reads the cells of one row, and names the columns that cannot be read.</summary>
internal sealed partial class PlainReading(IReadOnlyDictionary<string, string> cells)
{
    private static readonly string[] Fundings = ["enfance", "emploi", "droits", "transition", "aucun"];
    private static readonly string[] Categories = ["grande-precarite", "monoparentale", "sortant-prison"];
    private static readonly string[] Exclusions = ["ingenierie", "falc", "cartographie"];
    private static readonly string[] Childhood = ["reperage", "accompagnement", "programme", "ingenierie"];

    private readonly SortedSet<string> _unreadable = new(StringComparer.Ordinal);

    public static (PlainRecord? Record, IReadOnlyCollection<string> Unreadable) Read(IReadOnlyDictionary<string, string> cells)
    {
        var reading = new PlainReading(cells);
        var record = reading.Record();
        return (reading._unreadable.Count == 0 ? record : null, reading._unreadable);
    }

    private PlainRecord Record()
    {
        var indicator = Parse("indicateur", Indicators.Find);
        if (indicator?.Code.StartsWith("EMP-3", StringComparison.Ordinal) is true)
            _unreadable.Add("indicateur");
        var birth = Optional("naissance", PlainRecord.ParseDate);
        var start = Optional("debut", PlainRecord.ParseDate);
        return new()
        {
            Indicator = indicator!,
            Action = Parse("action", text => ActionNumber.TryParse(text, out var number) ? number : (ActionNumber?)null) ?? default,
            Person = Parse("personne", text => text == "" ? null : Name(text)) ?? "",
            Household = Optional("menage", Name) ?? "",
            Date = Parse("date", PlainRecord.ParseDate) ?? default,
            Age = Optional("age", Age) ?? PlainRecord.AgeOn(birth, start),
            ChildAge = Optional("age_enfant", Age),
            Modality = ReadModality(indicator),
            FollowedUp = Flag("suite"),
            Trained = Flag("pro_forme"),
            JobSeeker = Flag("demandeur_emploi"),
            Funding = Choice("financement", Fundings),
            Categories = Optional("categories", text => text.Split('|') is var all && all.All(Categories.Contains) ? all : null) ?? [],
            Session = Optional("session", Name) ?? "",
            Issue = Choice("issue", ["maintien", "expulsion"]),
            Quantity = ReadQuantity(indicator),
            Exclusion = Choice("exclusion", Exclusions),
        };
    }

    private string ReadModality(Indicator? indicator) => indicator?.Code switch
    {
        "ENF-1" or "ENF-4" => Choice("modalite", Childhood),
        "EMP-1" => Choice("modalite", ["levee", "formation"]),
        _ => Cell("modalite"),
    };

    private decimal ReadQuantity(Indicator? indicator) =>
        (indicator?.Code == "DRO-4" ? Parse("quantite", Quantity) : Optional("quantite", Quantity)) ?? 0;

    private bool Flag(string column) => Choice(column, ["0", "1"]) == "1";

    private string Choice(string column, string[] accepted) =>
        Optional(column, text => accepted.Contains(text) ? text : null) ?? "";

    private static string? Name(string text) => text.Length <= 64 ? text : null;

    private static int? Age(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 120 ? age : null;

    private static decimal? Quantity(string text) =>
        TwoDecimals().IsMatch(text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private T? Optional<T>(string column, Func<string, T?> parse) => Cell(column) == "" ? default : Parse(column, parse);

    private T? Parse<T>(string column, Func<string, T?> parse)
    {
        var value = parse(Cell(column));
        if (value is null)
            _unreadable.Add(column);
        return value;
    }

    private string Cell(string column) => cells.TryGetValue(column, out var text) ? text : "";

    [GeneratedRegex(@"^[0-9]{1,6}(\.[0-9]{1,2})?$")]
    private static partial Regex TwoDecimals();
}
