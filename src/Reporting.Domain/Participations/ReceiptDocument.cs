using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Reporting.Domain.Participations;

/// <summary>
/// The receipt of a count as a document, the same from the command line and from the service: what was read, what was
/// rejected and where, and what became of every key. It never holds what a record said.
/// </summary>
[Description("Le reçu d'un décompte : ce qui a été lu, ce qui a été rejeté, et ce que chaque règle a retenu ou écarté. Lus = rejetés + enregistrements de tous les indicateurs.")]
public sealed record ReceiptDocument(
    [property: JsonPropertyName("annee"), Description("Année comptée.")] int Year,
    [property: JsonPropertyName("versionRegles"), Description("Version des règles qui ont compté.")] string RuleVersion,
    [property: JsonPropertyName("lus"), Description("Enregistrements lus, rejetés compris.")] long Read,
    [property: JsonPropertyName("rejetes"), Description("Enregistrements rejetés : ils ne sont dans aucun chiffre.")] long Rejected,
    [property: JsonPropertyName("sources"), Description("Les fichiers ou flux lus, dans l'ordre.")] IReadOnlyList<SourceDocument> Sources,
    [property: JsonPropertyName("motifsDeRejet"), Description("Nombre de rejets de chaque motif.")] IReadOnlyList<RejectionCountDocument> Reasons,
    [property: JsonPropertyName("premiersRejets"), Description("Les premiers enregistrements rejetés, cent au plus.")] IReadOnlyList<RejectedDocument> FirstRejected,
    [property: JsonPropertyName("avertissements"), Description("Ce qu'il faut vérifier, sans que le décompte en souffre.")] IReadOnlyList<WarningDocument> Warnings,
    [property: JsonPropertyName("indicateurs"), Description("Les chiffres nationaux et ce qui les explique.")] IReadOnlyList<IndicatorDocument> Indicators)
{
    /// <summary>The document of a finished count.</summary>
    /// <param name="count">The count.</param>
    public static ReceiptDocument From(ParticipationCount count)
    {
        var receipt = count.Receipt;
        return new(
            receipt.Year,
            receipt.RuleVersion,
            receipt.Read,
            receipt.Rejected,
            [.. receipt.Sources.Select(SourceDocument.From)],
            [.. receipt.RejectedByReason.OrderBy(reason => reason.Key).Select(reason => new RejectionCountDocument(reason.Key.ToCode(), reason.Key.ToFrench(), reason.Value))],
            [.. receipt.FirstRejected.Select(RejectedDocument.From)],
            [.. receipt.Warnings.Select(warning => new WarningDocument(warning.Source, warning.Line, warning.Column, warning.Message))],
            [.. count.Indicators.Select(IndicatorDocument.From)]);
    }
}

/// <summary>One source of a <see cref="ReceiptDocument"/>.</summary>
[Description("Un fichier ou flux lu.")]
public sealed record SourceDocument(
    [property: JsonPropertyName("nom"), Description("Son nom.")] string Name,
    [property: JsonPropertyName("format"), Description("« csv » ou « ndjson ».")] string Format,
    [property: JsonPropertyName("octets"), Description("Octets lus, décompressés.")] long Bytes,
    [property: JsonPropertyName("sha256"), Description("Empreinte SHA-256 de ces octets.")] string Sha256,
    [property: JsonPropertyName("lus"), Description("Enregistrements lus.")] long Read,
    [property: JsonPropertyName("rejetes"), Description("Enregistrements rejetés.")] long Rejected)
{
    internal static SourceDocument From(SourceReceipt source) =>
        new(source.Name, Code(source.Format), source.Bytes, source.Sha256, source.Read, source.Rejected);

    private static string Code(ParticipationFormat format) => format switch
    {
        ParticipationFormat.Csv => "csv",
        ParticipationFormat.Ndjson => "ndjson",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}

/// <summary>How many records were rejected for one reason.</summary>
[Description("Un motif de rejet.")]
public sealed record RejectionCountDocument(
    [property: JsonPropertyName("motif"), Description("Code stable du motif.")] string Reason,
    [property: JsonPropertyName("texte"), Description("Le même en une phrase.")] string Text,
    [property: JsonPropertyName("nombre"), Description("Enregistrements rejetés pour ce motif.")] long Count);

/// <summary>One rejected record: where it is, never what it said.</summary>
[Description("Un enregistrement rejeté : où, et pourquoi ; jamais ce qu'il contient.")]
public sealed record RejectedDocument(
    [property: JsonPropertyName("source"), Description("Nom du fichier ou flux.")] string Source,
    [property: JsonPropertyName("ligne"), Description("Ligne où il commence, à partir de 1.")] long Line,
    [property: JsonPropertyName("colonne"), Description("Colonne en cause ; absente quand c'est l'enregistrement entier.")] string? Column,
    [property: JsonPropertyName("motif"), Description("Code stable du motif.")] string Reason)
{
    /// <summary>The document of a rejected record.</summary>
    /// <param name="record">The record.</param>
    public static RejectedDocument From(RejectedRecord record) =>
        new(record.Source, record.Line, record.Column, record.Reason.ToCode());
}

/// <summary>One warning of a <see cref="ReceiptDocument"/>.</summary>
[Description("Un avertissement.")]
public sealed record WarningDocument(
    [property: JsonPropertyName("source"), Description("Nom du fichier ou flux.")] string Source,
    [property: JsonPropertyName("ligne"), Description("Ligne, à partir de 1.")] long Line,
    [property: JsonPropertyName("colonne"), Description("Colonne en cause, s'il y en a une.")] string? Column,
    [property: JsonPropertyName("message"), Description("Ce qu'il faut vérifier.")] string Message);

/// <summary>One indicator of a <see cref="ReceiptDocument"/>.</summary>
[Description("Un chiffre national et ce qui l'explique : unités retenues − représentants + mobilité = valeur.")]
public sealed record IndicatorDocument(
    [property: JsonPropertyName("code"), Description("Code de l'indicateur.")] string Code,
    [property: JsonPropertyName("valeur"), Description("Le chiffre national.")] decimal Figure,
    [property: JsonPropertyName("enregistrements"), Description("Enregistrements lisibles de l'indicateur ; 0 pour EMP-3A, EMP-3B et EMP-3C, déduits.")] long Records,
    [property: JsonPropertyName("issues"), Description("Unités distinctes, par l'issue la plus avancée qu'elles ont atteinte.")] IReadOnlyList<OutcomeDocument> Outcomes,
    [property: JsonPropertyName("representants"), Description("DRO-1 : participants déjà comptés comme représentant d'un ménage visité.")] decimal? Represented,
    [property: JsonPropertyName("mobilite"), Description("EMP-1 : personnes en recherche d'emploi de TES-2 qui ne sont pas déjà dans EMP-1.")] decimal? FromMobility)
{
    internal static IndicatorDocument From(IndicatorCount count) => new(
        count.Indicator.Code,
        Figures.Shortest(count.Figure),
        count.Records,
        [.. count.Outcomes.Select(outcome => new OutcomeDocument(outcome.Outcome.ToCode(), Figures.Shortest(outcome.Keys), outcome.RuleId, outcome.Clause))],
        count.Represented == 0 ? null : count.Represented,
        count.FromMobility == 0 ? null : count.FromMobility);
}

/// <summary>The units that ended with one outcome.</summary>
[Description("Les unités qui ont fini avec une même issue.")]
public sealed record OutcomeDocument(
    [property: JsonPropertyName("issue"), Description("periode, nature, public, financement, suite, exclusif ou retenu.")] string Outcome,
    [property: JsonPropertyName("unites"), Description("Unités distinctes ; pour DRO-4, des ETP.")] decimal Units,
    [property: JsonPropertyName("regle"), Description("Règle qui a décidé ; absente pour les unités retenues.")] string? RuleId,
    [property: JsonPropertyName("clause"), Description("Passage du guide que la règle applique.")] string? Clause);
