namespace Reporting.Domain.Participations;

/// <summary>A record that could not be read and is in no figure. It never carries what the record said.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Line">Line on which the record starts, from 1, the header included.</param>
/// <param name="Column">The column at fault, or null when the whole record is.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectedRecord(string Source, long Line, string? Column, RejectionReason Reason);

/// <summary>Why a record is rejected.</summary>
public enum RejectionReason
{
    /// <summary><c>action</c>, <c>indicateur</c>, <c>personne</c> or <c>date</c> is empty; or <c>quantite</c>, for DRO-4.</summary>
    Missing,

    /// <summary>The value is not one that the column takes.</summary>
    Unreadable,

    /// <summary>A pseudonym or a session of more than 64 characters.</summary>
    TooLong,

    /// <summary>CSV: more fields, or fewer, than the header.</summary>
    FieldCount,

    /// <summary>CSV: text after the closing quote of a field.</summary>
    Quotes,

    /// <summary>Bytes that are not UTF-8.</summary>
    Encoding,

    /// <summary>A NUL byte.</summary>
    Nul,

    /// <summary>NDJSON: not a JSON object on one line.</summary>
    Json,

    /// <summary>NDJSON: an object or an array where a value is expected.</summary>
    Nested,

    /// <summary>NDJSON: the same key twice.</summary>
    RepeatedKey,
}

/// <summary>The codes and messages of rejections.</summary>
public static class RejectionReasons
{
    /// <summary>Stable code for machines.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is not one of the enumeration.</exception>
    public static string ToCode(this RejectionReason reason) => Describe(reason).Code;

    /// <summary>What is wrong, in French, for people.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is not one of the enumeration.</exception>
    public static string ToFrench(this RejectionReason reason) => Describe(reason).Text;

    private static (string Code, string Text) Describe(RejectionReason reason) => reason switch
    {
        RejectionReason.Missing => ("manquant", "Valeur requise absente."),
        RejectionReason.Unreadable => ("illisible", "Valeur que la colonne n'admet pas."),
        RejectionReason.TooLong => ("trop-long", "Plus de 64 caractères."),
        RejectionReason.FieldCount => ("nombre-de-champs", "La ligne n'a pas autant de champs que l'en-tête."),
        RejectionReason.Quotes => ("guillemets", "Du texte suit le guillemet fermant d'un champ."),
        RejectionReason.Encoding => ("encodage", "La ligne n'est pas en UTF-8."),
        RejectionReason.Nul => ("octet-nul", "La ligne contient un octet nul."),
        RejectionReason.Json => ("json", "La ligne n'est pas un objet JSON."),
        RejectionReason.Nested => ("imbrique", "Objet ou liste là où une valeur est attendue."),
        RejectionReason.RepeatedKey => ("cle-repetee", "La même clé figure deux fois."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
