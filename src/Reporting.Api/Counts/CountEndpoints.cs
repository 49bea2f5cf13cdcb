using System.ComponentModel;
using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Access;
using Reporting.Api.Idempotency;
using Reporting.Api.Json;
using Reporting.Api.Limits;
using Reporting.Api.OpenApi;
using Reporting.Api.Problems;
using Reporting.Domain.Contracts;
using Reporting.Domain.Participations;

namespace Reporting.Api.Counts;

/// <summary>Counts the records of a request while they arrive, and forgets them.</summary>
internal static class CountEndpoints
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    public static void MapCounts(this IEndpointRouteBuilder app)
    {
        // A limit that makes no sense is told when the service starts, not to whom it would refuse.
        _ = app.ServiceProvider.GetRequiredService<CountSettings>();
        app.MapGroup("/v1/decomptes").WithTags("Décomptes").ProducesSignInProblems()
            .MapPost("", CountAsync)
            .RequireAuthorization(Policies.PostReturns)
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .CountsRecords()
            .WithMetadata(new RequestTimeoutAttribute(LimitSetup.Counting))
            .WithName("CompterParticipations")
            .WithSummary("Compte des participations pseudonymisées, sans rien en garder : la remontée prête à poster, et un reçu.")
            .WithDescription("CSV (virgule ou point-virgule, avec en-tête) ou NDJSON, en UTF-8, compressé par gzip ou br (« Content-Encoding ») ou non. Le corps est lu au fil de l'eau ; aucun enregistrement n'est stocké, journalisé ni répété dans une réponse.")
            .Produces<CountAnswer>().ProducesProblems(400, 408, 413, 415, 422, 429)
            .StoresNothing()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                RecordsSchema.Describe(operation);
                return Task.CompletedTask;
            });
    }

    private static async Task<IResult> CountAsync(
        int annee,
        [Description("Part d'enregistrements rejetés admise, en % ; 1 à défaut.")] decimal? tolerance,
        HttpContext http, CountSettings settings, CountGate gate, CancellationToken cancel)
    {
        if (Misuse(annee, tolerance, http.Request.Query) is { } misuse)
        {
            return misuse;
        }

        await using var posted = PostedRecords.Open(http.Request, settings);
        if (posted is null)
        {
            http.Response.Headers[HeaderNames.AcceptEncoding] = PostedRecords.Encodings;
            return new Problem(ProblemType.UnsupportedMediaType,
                $"Le corps doit être annoncé « {MediaTypeNames.Text.Csv} » ou « {PostedRecords.Ndjson} », en UTF-8, compressé par gzip ou br ou non compressé.");
        }

        if (http.Request.ContentLength > settings.MaximumBytes)
        {
            return TooLarge(settings);
        }

        using var turn = gate.TryTakeTurn(Client.Of(http));
        if (turn is null)
        {
            return new Problem(ProblemType.TooManyCounts, "Le service compte déjà un de vos envois : renvoyez celui-ci quand l'autre a reçu sa réponse.", retryAfter: RetryAfter);
        }

        using var place = gate.TryEnter();
        if (place is null)
        {
            return new Problem(ProblemType.TooManyCounts, "Le service compte déjà d'autres envois : renvoyez celui-ci dans quelques secondes.", retryAfter: RetryAfter);
        }

        var options = new CountingOptions { Year = annee, Threads = settings.Threads, MaximumRecords = settings.MaximumRecords };
        var outcome = await ParticipationCounter.CountAsync(
            [posted.Source], tolerance is { } share ? options with { Tolerance = share / 100 } : options, cancellation: cancel);
        return posted.IsTooLarge ? TooLarge(settings)
            : posted.IsTooSlow ? Problem.TooSlow()
            : Answer(outcome, settings);
    }

    private static Problem? Misuse(int year, decimal? tolerance, IQueryCollection query) =>
        query.Keys.FirstOrDefault(name => name is not ("annee" or "tolerance")) is { } unknown
            ? new(ProblemType.InvalidRequest, $"« {unknown} » n'est pas un paramètre connu : « annee » et « tolerance » le sont.")
        : year is < Contract.FirstYear or > Contract.LastYear
            ? new(ProblemType.InvalidRequest, string.Create(CultureInfo.InvariantCulture, $"« annee » va de {Contract.FirstYear} à {Contract.LastYear}."))
        : tolerance is < 0 or > 100
            ? new(ProblemType.InvalidRequest, "« tolerance » est un pourcentage, de 0 à 100.")
        : null;

    private static IResult Answer(CountOutcome outcome, CountSettings settings) => outcome switch
    {
        CountOutcome.Counted counted => WrittenAnswer.Json(CountAnswer.From(counted.Count)),
        CountOutcome.Refused refused => Refusal(refused, settings),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    internal static Problem Refusal(CountOutcome.Refused refused, CountSettings settings) => refused.Reason switch
    {
        RefusalReason.TooManyRecords => TooLarge(settings),
        RefusalReason.TooManyRejected => new(ProblemType.CountRefused,
            $"{refused.Message} Corrigez les enregistrements listés, ou acceptez de compter sans eux par « tolerance » (en %).",
            rejected: [.. refused.Receipt.FirstRejected.Select(RejectedDocument.From)]),
        RefusalReason.TooLarge => new(ProblemType.CountRefused, refused.Message),
        RefusalReason.Empty or RefusalReason.NoRecord or RefusalReason.Encoding or RefusalReason.Header
            or RefusalReason.RecordTooLong or RefusalReason.UnclosedQuote or RefusalReason.Truncated => new(ProblemType.UnreadableRecords,
                refused.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"Ligne {line} : {refused.Message}") : refused.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(refused), refused.Reason, null),
    };

    private static Problem TooLarge(CountSettings settings) => new(ProblemType.BodyTooLarge, string.Create(CultureInfo.InvariantCulture,
        $"Un envoi compte au plus {settings.MaximumBytes} octets, décompressés, {settings.MaximumRatio} fois sa taille compressée, et {settings.MaximumRecords} enregistrements : comptez sur place par « reporting compter »."));
}
