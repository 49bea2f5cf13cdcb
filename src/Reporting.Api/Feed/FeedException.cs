using System.Globalization;

namespace Reporting.Api.Feed;

/// <summary>A request that the feed refuses, with the status and the message of its answer.</summary>
internal sealed class FeedException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>The methods that are allowed, for one that is not.</summary>
    public string? Allow { get; private init; }

    /// <summary>When to try again, for a request that may then succeed.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static FeedException Malformed(string message) =>
        new(StatusCodes.Status400BadRequest, "requete-mal-formee", message);

    public static FeedException MalformedOption(string option) =>
        Malformed($"L'option {option} est mal formée, ou nomme une propriété qui n'existe pas.");

    public static FeedException TooComplex() =>
        new(StatusCodes.Status400BadRequest, "requete-trop-complexe", "La requête est trop longue ou trop complexe.");

    public static FeedException NotFound(string message) =>
        new(StatusCodes.Status404NotFound, "ressource-inconnue", message);

    public static FeedException MethodNotAllowed() =>
        new(StatusCodes.Status405MethodNotAllowed, "methode-refusee", "Ce flux est en lecture seule : GET ou HEAD.") { Allow = "GET, HEAD" };

    public static FeedException OnlyRead() =>
        new(StatusCodes.Status405MethodNotAllowed, "methode-refusee", "Un lot ne contient que des lectures : GET.") { Allow = "GET" };

    public static FeedException OnlyPosted() =>
        new(StatusCodes.Status405MethodNotAllowed, "methode-refusee", "Un lot de requêtes est envoyé par POST.") { Allow = "POST" };

    public static FeedException NotAcceptable() =>
        new(StatusCodes.Status406NotAcceptable, "format-non-disponible", "Aucun des formats demandés n'est disponible.");

    public static FeedException UnsupportedMediaType() =>
        new(StatusCodes.Status415UnsupportedMediaType, "format-non-pris-en-charge", "Un lot de requêtes est en application/json ou en multipart/mixed.");

    public static FeedException TooManyRequests(int most) =>
        Malformed(string.Create(CultureInfo.InvariantCulture, $"Un lot a {most} requêtes au plus."));

    public static FeedException FailedDependency() =>
        new(StatusCodes.Status424FailedDependency, "dependance-en-echec", "Une requête dont celle-ci dépend a échoué.");

    public static FeedException QuotaSpent(int perMinute, TimeSpan? retryAfter) =>
        new(
            StatusCodes.Status429TooManyRequests,
            "quota-epuise",
            string.Create(CultureInfo.InvariantCulture, $"Le quota de lectures est de {perMinute} requêtes par minute, et chaque requête d'un lot en est une."))
        {
            RetryAfter = retryAfter,
        };

    public static FeedException NotImplemented(string what) =>
        new(StatusCodes.Status501NotImplemented, "non-pris-en-charge", $"{what} n'est pas pris en charge.");

    public static FeedException Unavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, "magasin-indisponible", "Les données sont momentanément indisponibles.")
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    public static FeedException TooLong(TimeSpan most) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "requete-trop-longue",
            string.Create(CultureInfo.InvariantCulture, $"La réponse a demandé plus de {most.TotalSeconds} secondes : restreignez la requête, ou réessayez plus tard."))
        {
            RetryAfter = TimeSpan.FromMinutes(1),
        };
}
