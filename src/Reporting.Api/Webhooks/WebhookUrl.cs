using System.Net;

namespace Reporting.Api.Webhooks;

/// <summary>Which addresses a webhook may have. Where a name leads is checked again at each connection.</summary>
internal static class WebhookUrl
{
    /// <summary>What is wrong with an address, in French; null when nothing is.</summary>
    public static string? Refusal(string text, bool development)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (development && url.Scheme == Uri.UriSchemeHttp)))
        {
            return "« url » est une adresse « https:// » complète.";
        }

        if (url.UserInfo is not "" || url.Fragment is not "")
        {
            return "« url » ne contient ni identifiant, ni mot de passe, ni fragment.";
        }

        return !development && IsPrivate(url)
            ? "« url » désigne une machine de l'Internet public."
            : null;
    }

    private static bool IsPrivate(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && !PublicNetwork.Holds(address));
}
