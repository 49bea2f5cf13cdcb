using Microsoft.AspNetCore.Http.Features;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.ReaderKeys;

/// <summary>
/// Takes a key out of the feed's URLs before anything else sees them: no log, link or problem can then repeat it. Clients
/// add it to a next link themselves, as Power Query does.
/// </summary>
internal static class ReaderKeyParameter
{
    private const string Name = "cle";

    public static void UsePresentedKeys(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(FeedRequest.Prefix) && context.Request.Query.ContainsKey(Name))
        {
            Take(context);
        }

        return next(context);
    });

    private static void Take(HttpContext context)
    {
        context.Features.Set(new PresentedKey(context.Request.Query[Name].ToString()));
        var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        request.RawTarget = Without(request.RawTarget);
        request.QueryString = Without(request.QueryString);
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>A URL without the parameter.</summary>
    public static string Without(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
        {
            return target;
        }

        var rest = string.Join('&', target[(mark + 1)..].Split('&').Where(option => !IsKey(option)));
        return rest is "" ? target[..mark] : $"{target[..mark]}?{rest}";
    }

    private static bool IsKey(string option) =>
        Uri.UnescapeDataString(option.Split('=')[0].Replace('+', ' ')).Equals(Name, StringComparison.OrdinalIgnoreCase);
}
