using System.Globalization;
using System.Text.Json;
using Reporting.Domain;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;
using Reporting.Store.Returns;

namespace Reporting.Api.PlainText;

/// <summary>A counted return as a mail to a colleague can carry it.</summary>
internal static class ReturnText
{
    public static string Of(StoredReturn stored) => Write(
        $"Remontée {stored.Year} du territoire {stored.Territory}, version {stored.Version} : {State(stored)}."
            + (stored.Fictitious ? " Données fictives." : ""),
        stored.Counted,
        stored.Body);

    public static string OfSimulation(int year, string territory, CountedReturn counted, string body) => Write(
        $"Simulation de la remontée {year} du territoire {territory} : {(counted.IsAcceptable ? "acceptable" : "à corriger")} ; rien n'est enregistré.",
        counted,
        body);

    private static string Write(string opening, CountedReturn counted, string body)
    {
        using var document = JsonDocument.Parse(body);
        IEnumerable<string> lines =
        [
            opening,
            FindingsText.Summary(counted.Findings) + ".",
            .. FindingsText.Write(counted.Findings, document.RootElement),
            .. counted.Lines is [] ? [] : (string[])["", "CHIFFRES COMPTÉS", ""],
            .. counted.Lines.Select(Line),
            "",
            $"Règles de comptage : {counted.RuleVersion}.",
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Line(CountedLine line) =>
        $"{line.Indicator.Code} : {Figure(line)}"
        + (line.Target is { } target ? $", cible {Figures.ToFrench(target)}" : "")
        + (line.Estimated ? ", estimation" : "")
        + (line.MethodChange is null ? "" : $", rupture de série ({Figures.ToFrench(line.ComparableValue)} par la méthode précédente)")
        + (line.Derived ? ", déduit de TES-2" : "");

    private static string Figure(CountedLine line) => line.LowerBound == line.Value
        ? Figures.ToFrench(line.Value)
        : $"entre {Figures.ToFrench(line.LowerBound)} et {Figures.ToFrench(line.Value)}";

    private static string State(StoredReturn stored) => stored.State switch
    {
        ReturnState.Draft => $"brouillon, enregistré {When(stored.RecordedAt)}",
        ReturnState.Deposited => $"déposée {When(stored.DepositedAt ?? stored.RecordedAt)}",
        ReturnState.Validated => "validée",
        ReturnState.SentBack => "renvoyée",
        _ => throw new ArgumentOutOfRangeException(nameof(stored), stored.State, null),
    };

    private static string When(DateTimeOffset at) =>
        ParisTime.Of(at).ToString("'le' dd'/'MM'/'yyyy 'à' HH'h'mm", CultureInfo.InvariantCulture);
}
