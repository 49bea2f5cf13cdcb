using System.ComponentModel;
using System.Text.Json.Serialization;
using Reporting.Api.Counts;
using Reporting.Api.Json;

namespace Reporting.Api.Limits;

[Description("Le service, et combien on peut lui demander.")]
internal sealed record ServiceAnswer(
    [property: JsonPropertyName("version"), Description("Version majeure du contrat ; une rupture en ouvre une autre à côté.")]
    string Version,
    [property: JsonPropertyName("contrat"), Description("Adresse du document OpenAPI.")]
    string Contract,
    [property: JsonPropertyName("flux"), Description("Adresse du flux OData.")]
    string Feed,
    [property: JsonPropertyName("quotas"), Description("Requêtes par minute d'un client, par instance du service.")]
    IReadOnlyList<QuotaAnswer> Quotas,
    [property: JsonPropertyName("simultanees"), Description("Ce qu'une instance fait en même temps.")]
    AtOnceAnswer AtOnce,
    [property: JsonPropertyName("tailles"), Description("Les plus grands envois.")]
    SizesAnswer Sizes,
    [property: JsonPropertyName("delais"), Description("Le temps laissé à une requête, corps compris.")]
    TimesAnswer Times)
{
    public static ServiceAnswer Of(LimitSettings limits, CountSettings counts, ClientQuotas quotas) => new(
        "v1", "/openapi/v1.json", "/odata/v1/",
        [.. Enum.GetValues<Quota>().Select(quota => new QuotaAnswer(RateLimitFields.Name(quota), quotas.PerMinute(quota)))],
        new(limits.ReadsAtOnce, limits.HeavyReadsAtOnce, limits.HeavyReadsPerClient, counts.AtOnce),
        new(PostedBody.MaximumBytes, counts.MaximumBytes, counts.MaximumRecords),
        new(limits.Seconds, counts.Minutes));
}

[Description("Un quota.")]
internal sealed record QuotaAnswer(
    [property: JsonPropertyName("nom"), Description("Ce qui est compté : lectures, ecritures (simulations comprises), decomptes, sans-authentification.")]
    string Name,
    [property: JsonPropertyName("parMinute"), Description("Requêtes par minute ; autant peuvent être faites d'un coup.")]
    int PerMinute);

[Description("Ce qu'une instance fait en même temps ; les dépôts n'attendent jamais derrière une lecture.")]
internal sealed record AtOnceAnswer(
    [property: JsonPropertyName("lectures"), Description("Lectures.")] int Reads,
    [property: JsonPropertyName("lecturesLourdes"), Description("Lectures lourdes : exports, séries, flux OData.")] int HeavyReads,
    [property: JsonPropertyName("lecturesLourdesParClient"), Description("Lectures lourdes d'un même client.")] int HeavyReadsPerClient,
    [property: JsonPropertyName("decomptes"), Description("Décomptes de participations, un au plus par client.")] int Counts);

[Description("Les plus grands envois.")]
internal sealed record SizesAnswer(
    [property: JsonPropertyName("documentOctets"), Description("Un document JSON, en octets.")] int Document,
    [property: JsonPropertyName("decompteOctets"), Description("Un envoi à compter, en octets, décompressé.")] long Count,
    [property: JsonPropertyName("decompteEnregistrements"), Description("Les enregistrements d'un envoi à compter.")] long Records);

[Description("Le temps laissé à une requête, corps compris.")]
internal sealed record TimesAnswer(
    [property: JsonPropertyName("requeteSecondes"), Description("Une requête, en secondes.")] int Request,
    [property: JsonPropertyName("decompteMinutes"), Description("Un décompte, en minutes.")] int Count);
