using System.Diagnostics;
using System.Globalization;
using Reporting.Api.Feed.Writing;
using Reporting.Api.Hosting;
using Reporting.Api.Json;
using Reporting.Api.PlainText;
using Reporting.Api.Returns;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Participations;
using Reporting.Domain.Returns;

namespace Reporting.Api.Problems;

/// <summary>A problem as an answer (RFC 9457).</summary>
internal sealed class Problem(
    ProblemType type, string? detail, IReadOnlyList<Finding>? findings = null, IReadOnlyList<ReturnLock>? locks = null,
    TimeSpan? retryAfter = null, string? document = null, IReadOnlyList<RejectedDocument>? rejected = null,
    IReadOnlyList<ReceiptChange>? changes = null)
    : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    // Longer than a store that failed is left alone.
    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(10);

    public int? StatusCode => type.Status;

    public static Problem NotJson(Finding finding) => new(ProblemType.NotJson, finding.Message.Text, [finding]);

    /// <param name="findings">What was found.</param>
    /// <param name="document">The posted document, in which a text names the places.</param>
    public static Problem WrongShape(IReadOnlyList<Finding> findings, string document) =>
        new(ProblemType.WrongShape, "Corrigez les constats et postez de nouveau ; rien n'a été enregistré.", findings, document: document);

    /// <param name="findings">What was found.</param>
    /// <param name="document">The posted document, in which a text names the places.</param>
    public static Problem Refused(IReadOnlyList<Finding> findings, string? document = null) =>
        new(ProblemType.Refused, "Corrigez les constats de gravité « erreur » ; rien n'a été enregistré.", findings, document: document);

    public static Problem UnsupportedMediaType() =>
        new(ProblemType.UnsupportedMediaType, "Le corps doit être du JSON en UTF-8, non compressé, annoncé « application/json ».");

    public static Problem BodyTooLarge(long most) =>
        new(ProblemType.BodyTooLarge, string.Create(CultureInfo.InvariantCulture, $"Le corps dépasse {most / 1024} Kio."));

    public static Problem TooSlow() => new(
        ProblemType.TooSlow, "Le corps de la requête arrive trop lentement ; rien n'a été fait : renvoyez-le sur une liaison plus rapide, ou comprimé là où il peut l'être.");

    /// <summary>Names every lock; when the state is the only one, the return as such is not closed.</summary>
    public static Problem Locked(IReadOnlyList<ReturnLock> locks) => new(
        locks.All(held => held is ReturnLock.WrongState) ? ProblemType.WrongState : ProblemType.Closed,
        string.Join(' ', locks.Select(held => LockAnswer.From(held).Message)),
        locks: locks);

    public static Problem Outdated(IReadOnlyList<ReceiptChange> changes) => new(
        ProblemType.ReceiptOutdated,
        string.Join(' ', changes.Select(change => change.Message).Append("Rien n'a été déposé : simulez de nouveau.")),
        changes: changes);

    public static Problem NotFound(string detail) => new(ProblemType.NotFound, detail);

    /// <param name="mayHaveTakenPlace">Whether a write was interrupted when nothing but the store could tell its outcome.</param>
    public static Problem StoreAway(bool mayHaveTakenPlace) => new(
        ProblemType.StoreUnavailable,
        mayHaveTakenPlace
            ? "Réessayez dans quelques secondes ; l'enregistrement a été interrompu à son terme et a pu avoir lieu : le même envoi, répété, ne sera pas compté deux fois."
            : "Réessayez dans quelques secondes ; rien n'a été enregistré.",
        retryAfter: StoreRetryAfter);

    public static Problem NotHttps() => new(
        ProblemType.NotHttps, "Le service ne répond que par HTTPS. Un jeton ou une clé envoyés sans chiffrement ont pu être lus : faites-les remplacer.");

    public static Problem TimedOut() => new(
        ProblemType.TimedOut, "La requête n'a pas abouti dans le délai imparti, corps compris ; un enregistrement a pu avoir lieu : relisez, ou répétez l'envoi avec sa clé d'idempotence.",
        retryAfter: StoreRetryAfter);

    public static Problem IssuerAway() => new(
        ProblemType.IssuerAway,
        "Le jeton ne peut pas être vérifié : le fournisseur d'identité ne répond pas. Réessayez dans quelques secondes ; rien n'a été enregistré.",
        retryAfter: StoreRetryAfter);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var held = locks?.Select(LockAnswer.From).ToList();
        var response = httpContext.Response;
        response.StatusCode = type.Status;
        if (retryAfter is { } delay)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (ErrorDocument.IsWanted(httpContext.Request))
        {
            var message = string.Join(" ", new[] { $"{type.Title}.", detail }.OfType<string>());
            await ErrorDocument.WriteAsync(response, type.Code, message, httpContext.RequestAborted);
            return;
        }

        var traceId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        if (TextFormat.IsWanted(httpContext))
        {
            response.ContentType = TextFormat.ContentType;
            await response.WriteAsync(ProblemText.Of(type.Title, detail, findings, document, traceId), httpContext.RequestAborted);
            return;
        }

        await response.WriteAsJsonAsync(
            new ProblemAnswer(
                type.Urn,
                type.Title,
                type.Status,
                detail,
                traceId,
                findings is null ? null : [.. findings.Select(FindingAnswer.From)],
                held?[0],
                held,
                rejected,
                changes,
                httpContext.RequestServices.IsSandbox() ? Sandbox.Name : null),
            WireJson.TypeOf<ProblemAnswer>(),
            ContentType,
            httpContext.RequestAborted);
    }
}
