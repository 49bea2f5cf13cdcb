namespace Reporting.Api.Limits;

/// <summary>What a route says of the limits that hold for it; by itself a GET reads, and everything else writes.</summary>
internal static class LimitedRoutes
{
    /// <summary>Says that the route is a probe, which nothing may keep from being answered.</summary>
    public static TBuilder WithoutLimits<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Unlimited());

    /// <summary>Says that the route reads, whatever its method, and that an answer costs far more than another.</summary>
    public static TBuilder ReadsHeavily<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new HeavyRead());

    /// <summary>Says that the route counts records.</summary>
    public static TBuilder CountsRecords<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new CountingJob());

    public static bool IsUnlimited(this HttpContext http) => Says<Unlimited>(http);

    public static bool ReadsHeavily(this HttpContext http) => Says<HeavyRead>(http);

    public static bool Reads(this HttpContext http) =>
        http.ReadsHeavily() || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    public static Quota Quota(this HttpContext http) =>
        http.User.Identity is not { IsAuthenticated: true } ? Limits.Quota.Anonymous
        : Says<CountingJob>(http) ? Limits.Quota.Counts
        : http.Reads() ? Limits.Quota.Reads
        : Limits.Quota.Writes;

    private static bool Says<T>(HttpContext http)
        where T : class => http.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;

    private sealed class Unlimited;

    private sealed class HeavyRead;

    private sealed class CountingJob;
}
