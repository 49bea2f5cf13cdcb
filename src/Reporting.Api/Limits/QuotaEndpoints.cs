using Microsoft.AspNetCore.Http.HttpResults;
using Reporting.Api.Counts;
using Reporting.Api.OpenApi;

namespace Reporting.Api.Limits;

/// <summary>Publishes what the service is and how much may be asked of it.</summary>
internal static class QuotaEndpoints
{
    public static void MapQuotas(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1", Describe)
            .AllowAnonymous()
            .WithTags("Service")
            .WithName("DecrireService")
            .WithSummary("Ce qu'est le service, et combien on peut lui demander : quotas, tailles, délais.")
            .WithDescription("Les quotas valent par client (application ou personne du jeton, sinon adresse) et par instance. Chaque réponse dit le sien et ce qu'il en reste : « RateLimit-Policy » et « RateLimit », selon draft-ietf-httpapi-ratelimit-headers-10 ; un refus est un 429 avec « Retry-After ».")
            .ProducesProblems(429, 503);

    private static Ok<ServiceAnswer> Describe(LimitSettings limits, CountSettings counts, ClientQuotas quotas) =>
        TypedResults.Ok(ServiceAnswer.Of(limits, counts, quotas));
}
