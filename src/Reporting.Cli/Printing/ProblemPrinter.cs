using System.Net;
using Reporting.Cli.Service;

namespace Reporting.Cli.Printing;

/// <summary>An answer that is not the one hoped for: what it says, what to do, and the exit code it means.</summary>
internal static class ProblemPrinter
{
    public static void Print(TextWriter error, Answer answer, string? whatStands = null)
    {
        var problem = answer.TryRead<Problem>() ?? new Problem();
        error.WriteLine($"reporting : {problem.Title ?? "le service n'a pas rendu la réponse attendue"} ({(int)answer.Status})");
        foreach (var line in new[] { problem.Detail, whatStands, Advice(answer) })
        {
            if (!string.IsNullOrEmpty(line))
                error.WriteLine($"  {line}");
        }

        if (problem.Type is not null)
            error.WriteLine($"  {problem.Type}{(problem.TraceId is null ? "" : $", trace {problem.TraceId}")}");
    }

    public static int ExitCodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed
            or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType
            or HttpStatusCode.UnprocessableEntity => ExitCode.Refused,
        HttpStatusCode.NotFound => ExitCode.Usage,
        _ => ExitCode.Unavailable,
    };

    private static string? Advice(Answer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => "Donnez un jeton valide par --jeton ou REPORTING_JETON.",
        HttpStatusCode.Forbidden => "Ce jeton n'ouvre pas ce droit : il faut celui de la métropole pour ce territoire.",
        HttpStatusCode.NotFound => "Vérifiez --annee, --territoire et --url ; un territoire étranger au jeton est dit inconnu.",
        HttpStatusCode.Conflict => "La simulation, elle, reste possible toute l'année : reporting simuler.",
        HttpStatusCode.PreconditionFailed =>
            "Quelqu'un d'autre a enregistré une version entre-temps. Relisez-la, puis relancez la commande pour la remplacer.",
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => answer.RetryAfter is { } wait
            ? $"Réessayez dans {FrenchNumbers.Number((decimal)Math.Ceiling(wait.TotalSeconds))} s."
            : "Réessayez dans quelques minutes.",
        >= HttpStatusCode.InternalServerError => "Réessayez ; si cela dure, transmettez ce message à l'exploitant du service.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"Le service est ailleurs ({answer.Location}) : donnez cette adresse à --url.",
        _ => null,
    };
}
