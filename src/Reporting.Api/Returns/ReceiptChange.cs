using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Domain;

namespace Reporting.Api.Returns;

[Description("Ce qui a changé depuis un reçu.")]
internal sealed record ReceiptChange(
    [property: JsonPropertyName("nature"), Description("document, regles, contrat, chiffre, constats, ou recu quand le reçu est illisible.")]
    string Kind,
    [property: JsonPropertyName("message"), Description("Ce qui a changé, en clair.")]
    string Message,
    [property: JsonPropertyName("indicateur"), Description("L'indicateur dont le chiffre a changé.")]
    string? Indicator,
    [property: JsonPropertyName("avant"), Description("La valeur au reçu.")]
    decimal? Before,
    [property: JsonPropertyName("apres"), Description("La valeur d'aujourd'hui.")]
    decimal? After)
{
    public static ReceiptChange Unreadable { get; } =
        Of("recu", "Ce texte n'est pas un reçu entier : reprenez le champ « recu » d'une simulation.");

    /// <summary>Everything that a count of now finds otherwise than the receipt has it.</summary>
    public static IReadOnlyList<ReceiptChange> Between(Receipt given, Receipt now)
    {
        var changes = new List<ReceiptChange>();
        if (given.Document != now.Document)
        {
            changes.Add(Of("document", "La version enregistrée n'est pas le document simulé."));
        }

        if (given.Rules != now.Rules)
        {
            changes.Add(Of("regles", $"Les règles ont changé : {given.Rules} au reçu, {now.Rules} aujourd'hui."));
        }

        if (given.Contract != now.Contract)
        {
            changes.Add(Of("contrat", $"Le contrat a changé : {Named(given.Contract)} au reçu, {Named(now.Contract)} aujourd'hui."));
        }

        changes.AddRange(
            from code in given.Figures.Concat(now.Figures).Select(figure => figure.Code).Distinct()
            let before = given.Figures.FirstOrDefault(figure => figure.Code == code)
            let after = now.Figures.FirstOrDefault(figure => figure.Code == code)
            where before != after
            select new ReceiptChange(
                "chiffre", $"{code} : {Text(before)} au reçu, {Text(after)} aujourd'hui.", code, before?.Value, after?.Value));
        if (given.Findings != now.Findings)
        {
            changes.Add(Of("constats", "Les constats des règles ne sont plus les mêmes."));
        }

        return changes;
    }

    private static ReceiptChange Of(string kind, string message) => new(kind, message, null, null, null);

    private static string Named(int? contract) => contract is { } version ? $"version {version}" : "aucun";

    private static string Text(ReceiptFigure? figure) => figure switch
    {
        null => "aucun chiffre",
        _ when figure.LowerBound == figure.Value => Figures.ToFrench(figure.Value),
        _ => $"de {Figures.ToFrench(figure.LowerBound)} à {Figures.ToFrench(figure.Value)}",
    };
}
