using Reporting.Api.Problems;

namespace Reporting.Api.OpenApi;

/// <summary>Declares which problems a route can answer.</summary>
internal static class ProblemMetadata
{
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            foreach (var status in statuses)
            {
                endpoint.Metadata.Add(new Microsoft.AspNetCore.Http.ProducesResponseTypeMetadata(
                    status, typeof(ProblemAnswer), [Problem.ContentType]));
            }
        });
        return builder;
    }

    public static RouteGroupBuilder ProducesSignInProblems(this RouteGroupBuilder group) =>
        group.ProducesProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);
}
