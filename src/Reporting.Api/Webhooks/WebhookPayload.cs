using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Domain.Campaigns;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

[Description("Ce qui est posté à un webhook.")]
internal sealed record WebhookPayload(
    [property: JsonPropertyName("id"), Description("Identifiant de l'événement : le même à chaque nouvel essai.")] string Id,
    [property: JsonPropertyName("nature"), Description("deposee, validee, renvoyee, recomptage, derogation, derogation-revoquee ou essai.")] string Kind,
    [property: JsonPropertyName("annee"), Description("La campagne.")] int? Year,
    [property: JsonPropertyName("territoire"), Description("SIREN du territoire.")] string Territory,
    [property: JsonPropertyName("version"), Description("La version concernée.")] int? Version,
    [property: JsonPropertyName("le"), Description("Quand c'est arrivé.")] DateTimeOffset At,
    [property: JsonPropertyName("lien"), Description("Où lire la suite, avec un jeton.")] string? Link,
    [property: JsonPropertyName("environnement"), Description("« bac-a-sable », ou absent.")] string? Environment)
{
    public static string EventId(WebhookMessage message) => $"evt_{message.Id:N}";

    /// <summary>The same text at each attempt: it is what is signed.</summary>
    public static string Text(WebhookMessage message, Func<string, string> address, string? environment) =>
        JsonSerializer.Serialize(
            new WebhookPayload(
                EventId(message), message.Kind, message.Year, message.Territory, message.Version, ParisTime.Of(message.At),
                message.Year is { } year ? address(Path(message, year)) : null, environment),
            WireJson.TypeOf<WebhookPayload>());

    private static string Path(WebhookMessage message, int year) => message.Version is { } version
        ? string.Create(CultureInfo.InvariantCulture, $"/v1/remontees/{year}/{message.Territory}?version={version}")
        : string.Create(CultureInfo.InvariantCulture, $"/v1/campagnes/{year}/territoires/{message.Territory}/ouverture");
}
