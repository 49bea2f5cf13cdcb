namespace Reporting.Api.Transport;

/// <summary>What a browser may load and run on behalf of an answer (Content-Security-Policy).</summary>
internal static class ContentPolicy
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The one exception: Swagger UI draws its icons from data: URLs, and puts one style sheet into the
    // page, named by its hash.
    private const string Swagger = Nothing
        + "; script-src 'self'; connect-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:";

    public static string Of(PathString path) => path.StartsWithSegments("/swagger") ? Swagger : Nothing;
}
