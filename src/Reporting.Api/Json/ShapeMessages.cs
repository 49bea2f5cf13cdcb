using Reporting.Domain.Returns;

namespace Reporting.Api.Json;

/// <summary>The French messages about a document's shape, each with a stable code.</summary>
internal static class ShapeMessages
{
    public static readonly Message ObjectExpected = new("objet-attendu", "Un objet JSON est attendu ici.");
    public static readonly Message ArrayExpected = new("liste-attendue", "Une liste JSON est attendue ici.");
    public static readonly Message TextExpected = new("texte-attendu", "Un texte est attendu ici.");
    public static readonly Message BooleanExpected = new("booleen-attendu", "true ou false est attendu ici.");
    public static readonly Message NumberExpected = new("nombre-attendu", "Un nombre est attendu ici, sans guillemets.");
    public static readonly Message IntegerExpected = new("entier-attendu", "Un nombre entier est attendu ici.");
    public static readonly Message NumberTooLong = new("nombre-hors-limites", "Ce nombre est hors limites ou porte trop de chiffres.");
    public static readonly Message InstantExpected = new("instant-attendu", "Un instant ISO 8601 avec son décalage est attendu ici, par exemple « 2026-04-30T00:00:00+02:00 ».");
    public static readonly Message DayExpected = new("jour-attendu", "Un jour est attendu ici, par exemple « 2026-01-01 ».");
    public static readonly Message NullRefused = new("nul-refuse", "null n'est pas admis ici.");
    public static readonly Message UnreadableText = new("texte-illisible", "Ce texte contient des caractères de contrôle ou n'est pas de l'UTF-8 valide.");
    public static readonly Message TextEmpty = new("texte-vide", "Ce texte ne peut pas être vide.");

    public static Message TextTooLong(int most) => new("texte-trop-long", $"Ce texte dépasse {most} caractères.");

    public static Message NameTooLong(int most) => new("nom-trop-long", $"Un nom de champ dépasse ici {most} caractères.");

    public static Message RequiredField(string name) => new("champ-requis", $"« {name} » est requis.");

    public static Message RepeatedField(string name) => new("champ-repete", $"« {name} » est donné deux fois.");

    public static Message UnknownField(string name, string? nearest) => new("champ-inconnu",
        nearest is null
            ? $"« {name} » n'est pas un champ connu."
            : $"« {name} » n'est pas un champ connu ; vouliez-vous dire « {nearest} » ?");

    public static Message ReadingStopped(int most) => new("lecture-interrompue",
        $"La lecture s'est arrêtée au {most}e constat : corrigez ceux-ci et postez de nouveau, d'autres peuvent suivre.");

    public static Message NotJson(long? line, long? column) => new("json-illisible",
        $"Le document n'est pas du JSON valide (ligne {line + 1}, octet {column + 1}).");
}
