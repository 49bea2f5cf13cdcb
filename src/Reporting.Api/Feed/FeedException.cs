namespace Reporting.Api.Feed;

/// <summary>A request that the feed refuses, with the status and the message of its answer.</summary>
internal sealed class FeedException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public static FeedException Malformed(string message) =>
        new(StatusCodes.Status400BadRequest, "requete-mal-formee", message);

    public static FeedException MalformedOption(string option) =>
        Malformed($"L'option {option} est mal formée, ou nomme une propriété qui n'existe pas.");

    public static FeedException TooComplex() =>
        new(StatusCodes.Status400BadRequest, "requete-trop-complexe", "La requête est trop longue ou trop complexe.");

    public static FeedException NotFound(string message) =>
        new(StatusCodes.Status404NotFound, "ressource-inconnue", message);

    public static FeedException MethodNotAllowed() =>
        new(StatusCodes.Status405MethodNotAllowed, "methode-refusee", "Ce flux est en lecture seule : GET ou HEAD.");

    public static FeedException NotAcceptable() =>
        new(StatusCodes.Status406NotAcceptable, "format-non-disponible", "Aucun des formats demandés n'est disponible.");

    public static FeedException NotImplemented(string what) =>
        new(StatusCodes.Status501NotImplemented, "non-pris-en-charge", $"{what} n'est pas pris en charge.");

    public static FeedException Unavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, "magasin-indisponible", "Les données sont momentanément indisponibles.");
}
