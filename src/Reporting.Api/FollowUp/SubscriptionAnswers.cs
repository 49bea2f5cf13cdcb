using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Campaigns;
using Reporting.Store.FollowUp;

namespace Reporting.Api.FollowUp;

[Description("Un abonnement à créer ; le corps peut être omis.")]
internal sealed record SubscriptionBody
{
    [JsonPropertyName("libelle"), StringLength(100, MinimumLength = 1), Description("Pour qui ou pour quoi, afin de le reconnaître.")]
    public string? Label { get; init; }
}

[Description("Un abonnement aux dates et à l'avancement d'un territoire, sans jeton.")]
internal sealed record SubscriptionAnswer(
    [property: JsonPropertyName("id"), Description("Identifiant.")] Guid Id,
    [property: JsonPropertyName("libelle"), Description("Pour qui ou pour quoi.")] string? Label,
    [property: JsonPropertyName("creeLe"), Description("Quand il a été créé.")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("creePar"), Description("Par qui.")] string CreatedBy,
    [property: JsonPropertyName("revoqueLe"), Description("Depuis quand il n'ouvre plus rien.")] DateTimeOffset? RevokedAt,
    [property: JsonPropertyName("calendrier"), Description("Adresse du calendrier ; donnée une seule fois, à la création : elle vaut accès, gardez-la secrète.")] string? Calendar = null,
    [property: JsonPropertyName("rappels"), Description("Adresse du flux Atom ; donnée une seule fois, de même.")] string? Reminders = null)
{
    public static SubscriptionAnswer From(Subscription subscription) => new(
        subscription.Id, subscription.Label, ParisTime.Of(subscription.CreatedAt), subscription.CreatedBy,
        subscription.RevokedAt is { } at ? ParisTime.Of(at) : null);
}
