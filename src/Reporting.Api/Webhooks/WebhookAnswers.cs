using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Store.Webhooks;

namespace Reporting.Api.Webhooks;

[Description("Un webhook à créer.")]
internal sealed record WebhookBody
{
    [JsonPropertyName("url"), StringLength(2000, MinimumLength = 1), Description("Adresse « https:// » qui recevra les événements.")]
    public required string Url { get; init; }

    [JsonPropertyName("libelle"), StringLength(100, MinimumLength = 1), Description("Pour le reconnaître.")]
    public string? Label { get; init; }
}

[Description("Un webhook d'un territoire.")]
internal sealed record WebhookAnswer(
    [property: JsonPropertyName("id"), Description("Identifiant.")] Guid Id,
    [property: JsonPropertyName("url"), Description("Adresse qui reçoit les événements.")] string Url,
    [property: JsonPropertyName("libelle"), Description("Pour le reconnaître.")] string? Label,
    [property: JsonPropertyName("creeLe"), Description("Quand il a été créé.")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("creePar"), Description("Par qui.")] string CreatedBy,
    [property: JsonPropertyName("revoqueLe"), Description("Depuis quand il ne reçoit plus rien.")] DateTimeOffset? RevokedAt,
    [property: JsonPropertyName("secret"), Description("Secret de signature (Standard Webhooks) ; donné une seule fois, à la création.")] string? Secret = null)
{
    public static WebhookAnswer From(Webhook webhook) => new(
        webhook.Id, webhook.Url, webhook.Label, ParisTime.Of(webhook.CreatedAt), webhook.CreatedBy,
        webhook.RevokedAt is { } at ? ParisTime.Of(at) : null);
}

[Description("La livraison d'un événement à un webhook.")]
internal sealed record DeliveryAnswer(
    [property: JsonPropertyName("evenement"), Description("Identifiant de l'événement, celui de l'en-tête « webhook-id ».")] string Event,
    [property: JsonPropertyName("nature"), Description("deposee, validee, renvoyee, recomptage, derogation, derogation-revoquee ou essai.")] string Kind,
    [property: JsonPropertyName("annee"), Description("La campagne.")] int? Year,
    [property: JsonPropertyName("version"), Description("La version concernée.")] int? Version,
    [property: JsonPropertyName("le"), Description("Quand c'est arrivé.")] DateTimeOffset At,
    [property: JsonPropertyName("etat"), Description("en-file, prise, echec (un nouvel essai suivra), livree, abandonnee ou relance.")] string State,
    [property: JsonPropertyName("essais"), Description("Essais faits depuis la mise en file ou la relance.")] int Attempts,
    [property: JsonPropertyName("statut"), Description("Statut HTTP du dernier essai, s'il a eu une réponse.")] int? Status,
    [property: JsonPropertyName("depuis"), Description("Depuis quand elle est dans cet état.")] DateTimeOffset Since,
    [property: JsonPropertyName("prochainEssai"), Description("Quand elle sera essayée de nouveau.")] DateTimeOffset? NextAttemptAt)
{
    public static DeliveryAnswer From(Delivery delivery) => new(
        WebhookPayload.EventId(delivery.Message), delivery.Message.Kind, delivery.Message.Year, delivery.Message.Version,
        ParisTime.Of(delivery.Message.At), delivery.Step.ToCode(), delivery.Attempt, delivery.Status,
        ParisTime.Of(delivery.SteppedAt), delivery.DueAt is { } at ? ParisTime.Of(at) : null);
}
