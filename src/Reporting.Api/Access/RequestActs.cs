using System.Diagnostics;
using Reporting.Api.Idempotency;
using Reporting.Store.Journal;

namespace Reporting.Api.Access;

/// <summary>What a request does, as the journal keeps it.</summary>
internal static class RequestActs
{
    /// <param name="http">The request.</param>
    /// <param name="action">One of <see cref="JournalActions"/>.</param>
    /// <param name="year">The campaign concerned, if one is.</param>
    /// <param name="territory">SIREN of a territory that exists, if one is concerned.</param>
    /// <param name="version">The version read; a store that writes one gives its number itself.</param>
    public static Act Act(
        this HttpContext http, string action, int? year = null, string? territory = null, int? version = null)
    {
        var act = new Act(Author(http), action, year, territory, version);
        return http.Features.Get<KeyedRequest>()?.Keeping(act) ?? act;
    }

    private static Author Author(HttpContext http) => new(
        http.User.Actor(),
        string.Join(' ', Roles.All.Where(http.User.IsInRole)),
        http.User.Client(),
        RemoteAddress(http),
        Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);

    private static string? RemoteAddress(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4().ToString()
            : http.Connection.RemoteIpAddress?.ToString();
}
