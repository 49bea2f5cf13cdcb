namespace Reporting.Api.Feed;

internal static class FeedEndpoints
{
    public static RouteGroupBuilder MapFeed(this IEndpointRouteBuilder app) => app.MapGroup("/odata/v1");
    public static IServiceCollection AddFeed(this IServiceCollection services) => services;
}
