using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Reporting.Api.Access;
using Reporting.Domain.Campaigns;
using Reporting.Store.Journal;

namespace Reporting.Api.Journal;

[Description("Une page du journal.")]
internal sealed record JournalAnswer(
    [property: JsonPropertyName("entrees"), Description("Les entrées, la plus récente d'abord.")] IReadOnlyList<JournalEntryAnswer> Entries,
    [property: JsonPropertyName("suivant"), Description("Adresse des entrées plus anciennes, s'il y en a.")] string? Older);

[Description("Une écriture ou une lecture sensible.")]
internal sealed record JournalEntryAnswer(
    [property: JsonPropertyName("numero"), Description("Rang dans le journal, à partir de 1.")] long Sequence,
    [property: JsonPropertyName("id"), Description("Identifiant de l'acte.")] string Id,
    [property: JsonPropertyName("le"), Description("Quand.")] DateTimeOffset At,
    [property: JsonPropertyName("acteur"), Description("Identifiant de qui a agi.")] string Actor,
    [property: JsonPropertyName("role"), Description("Rôle du jeton présenté.")] string Role,
    [property: JsonPropertyName("client"), Description("Application par laquelle il a agi.")] string? Client,
    [property: JsonPropertyName("action"), Description("Code de l'action.")] string Action,
    [property: JsonPropertyName("annee"), Description("La campagne concernée.")] int? Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire concerné.")] string? Territory,
    [property: JsonPropertyName("version"), Description("La version écrite ou lue.")] int? Version,
    [property: JsonPropertyName("adresse"), Description("Adresse réseau d'où il a agi ; à la DGCS, et à chacun pour ses propres actes.")] string? RemoteAddress,
    [property: JsonPropertyName("traceId"), Description("Identifiant de la requête.")] string? TraceId,
    [property: JsonPropertyName("empreintePrecedente"), Description("Empreinte de l'entrée d'avant, qui enchaîne le journal ; à la DGCS seule.")] string? PreviousHash,
    [property: JsonPropertyName("empreinte"), Description("Empreinte SHA-256 de l'entrée ; à la DGCS seule.")] string? Hash)
{
    // Trying every address against an entry's hash, which the next entry repeats, would tell the one that is withheld.
    public static JournalEntryAnswer From(JournalEntry entry, ClaimsPrincipal reader)
    {
        var isDgcs = reader.IsInRole(Roles.Dgcs);
        return new(
            entry.Sequence, entry.Id, ParisTime.Of(entry.At), entry.Actor, entry.Role, entry.Client, entry.Action, entry.Year,
            entry.Territory, entry.Version, isDgcs || entry.Actor == reader.Actor() ? entry.RemoteAddress : null, entry.TraceId,
            isDgcs ? entry.PreviousHash : null, isDgcs ? entry.Hash : null);
    }
}
