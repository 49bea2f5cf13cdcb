using System.Net.Http.Headers;
using System.Text;

namespace Reporting.Api.ReaderKeys;

/// <summary>The key that a request carries: as the password of Basic, or on the feed as a parameter.</summary>
internal sealed class PresentedKey(string text)
{
    private const string Basic = "Basic";

    /// <summary>As it was given.</summary>
    public string Text => text;

    public static PresentedKey? Of(HttpContext http) =>
        IsBasic(http.Request) ? new(Password(http.Request)) : http.Features.Get<PresentedKey>();

    public static bool IsBasic(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals(Basic, StringComparison.OrdinalIgnoreCase);

    // The user's name is of no matter.
    private static string Password(HttpRequest request)
    {
        var parameter = AuthenticationHeaderValue.Parse(request.Headers.Authorization!).Parameter ?? "";
        var bytes = new byte[parameter.Length];
        var text = Convert.TryFromBase64String(parameter, bytes, out var read) ? Encoding.UTF8.GetString(bytes, 0, read) : "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : text[(colon + 1)..];
    }
}
