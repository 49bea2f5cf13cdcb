using Reporting.Api.Limits;
using Reporting.Api.Problems;

namespace Reporting.Api.Transport;

/// <summary>
/// Refuses what did not come by HTTPS, probes excepted. It does not redirect: the credential has already been read on
/// the way, and whoever sent it must hear of it.
/// </summary>
internal sealed class HttpsOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Request.IsHttps || http.IsUnlimited() ? next(http) : Problem.NotHttps().ExecuteAsync(http);
}
