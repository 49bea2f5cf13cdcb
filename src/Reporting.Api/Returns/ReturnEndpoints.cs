using System.ComponentModel;
using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Api.Concurrency;
using Reporting.Api.Idempotency;
using Reporting.Api.Instants;
using Reporting.Api.Json;
using Reporting.Api.OpenApi;
using Reporting.Api.PlainText;
using Reporting.Api.Problems;
using Reporting.Api.Territories;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using Reporting.Store.Returns;

namespace Reporting.Api.Returns;

internal static class ReturnEndpoints
{
    private const string Route = "/v1/remontees/{annee:int}/{siren}";

    public static void MapReturns(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Route).WithTags("Remontées").ProducesSignInProblems().AsksOfTerritory(Caller.Posts);
        group.MapGet("", GetAsync)
            .RequireAuthorization(Policies.SeeReturns)
            .WithName("LireRemontee")
            .WithSummary("La dernière version d'une remontée, ou celle demandée.")
            .WithDescription("« version » : cette version. « au » : la version en vigueur à cet instant ; les deux : cette version telle qu'elle était à cet instant.")
            .Produces<ReturnAnswer>().ProducesProblems(400, 404)
            .AnswersInText();
        group.MapPut("", PutAsync)
            .RequireAuthorization(Policies.PostReturns)
            .WithName("PosterRemontee")
            .WithSummary("Poste la remontée entière : une nouvelle version, comptée et expliquée.")
            .WithDescription("201 la première fois, 200 ensuite ; le même contenu garde la même version. Donnez « If-Match » avec l'étiquette reçue pour ne pas écraser un autre envoi, ou « If-None-Match: * » pour la première version.")
            .Accepts<ReturnBody>("application/json")
            .Produces<ReturnAnswer>().Produces<ReturnAnswer>(201).ProducesProblems(400, 404, 409, 412, 413, 415, 422)
            .AnswersInText();
        group.MapPost("/simulation", SimulateAsync)
            .RequireAuthorization(Policies.PostReturns)
            .WithName("SimulerRemontee")
            .WithSummary("Vérifie et compte sans rien enregistrer, toute l'année.")
            .Accepts<ReturnBody>("application/json")
            .Produces<SimulationAnswer>().ProducesProblems(400, 404, 413, 415)
            .AnswersInText()
            .StoresNothing();
        group.MapPost("/depot", DepositAsync)
            .RequireAuthorization(Policies.PostReturns)
            .WithName("DeposerRemontee")
            .WithSummary("Dépose la dernière version : elle entre dans les totaux.")
            .Accepts<DepositBody>(isOptional: true, "application/json")
            .Produces<ReturnAnswer>().ProducesProblems(400, 404, 409, 412, 413, 415, 422)
            .AnswersInText();
    }

    private static async Task<IResult> GetAsync(
        int annee, string siren, int? version, [Description(AsOf.Description)] string? au, ClaimsPrincipal user, HttpContext http,
        VisibleTerritories territories, ReturnReader reader, JournalStore journal, TimeProvider time, CancellationToken cancel)
    {
        if (http.Request.Query.Keys.FirstOrDefault(name => name is not (nameof(version) or nameof(au) or TextFormat.Parameter)) is { } unknown)
        {
            return new Problem(ProblemType.InvalidRequest, $"« {unknown} » n'est pas un paramètre connu : « version », « au » et « {TextFormat.Parameter} » le sont.");
        }

        var (asOf, refusal) = AsOf.Read(au, time);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await territories.SeenAsync(siren, user, cancel) is null || await FindAsync() is not { } stored)
        {
            return ReturnAdmission.NotFound();
        }

        await journal.RecordReadAsync(http.Act(JournalActions.ReadReturn, annee, siren, stored.Version), cancel);

        // A version that is named may be an old one, which no write can be conditional on.
        return version is null && asOf is null
            ? Answer(http, stored)
            : Write(http, stored);

        Task<StoredReturn?> FindAsync() => asOf is { } at
            ? reader.AsOfAsync(annee, siren, version, at, cancel)
            : reader.FindAsync(annee, siren, version, cancel);
    }

    private static async Task<IResult> PutAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, ReturnAdmission admission, Submission submission,
        CancellationToken cancel)
    {
        var admitted = await admission.AdmitAsync<ReturnBody>(
            ReturnAction.Post, annee, siren, user, http, whenEmpty: null, cancel);
        return admitted is { Body: { } body, Precondition: { } precondition, Situation: { } situation }
            ? Answer(http, await submission.PostAsync(
                situation, body, precondition, Act(http, JournalActions.PostReturn, annee, siren), cancel))
            : admitted.Refusal!;
    }

    private static async Task<IResult> SimulateAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http,
        VisibleTerritories territories, CampaignStore campaigns, ReturnCounting counting, CancellationToken cancel)
    {
        if (await territories.PostedAsync(siren, user, cancel) is null || await campaigns.FindAsync(annee, at: null, cancel) is null)
        {
            return ReturnAdmission.NotFound();
        }

        var body = await PostedBody.ReadAsync<ReturnBody>(http.Request, cancel);
        if (body.Value is not { } posted)
        {
            return body.Problem!;
        }

        var canonical = CanonicalBody.Of(posted);
        var (counted, receipt) = await counting.SimulateAsync(canonical, annee, siren, cancel);
        return TextFormat.IsWanted(http)
            ? new WrittenAnswer(
                StatusCodes.Status200OK, TextFormat.ContentType, ReturnText.OfSimulation(annee, siren, counted, canonical.Text))
            : TypedResults.Ok(SimulationAnswer.From(counted, receipt.Encode()));
    }

    private static async Task<IResult> DepositAsync(
        int annee, string siren, ClaimsPrincipal user, HttpContext http, ReturnAdmission admission, Submission submission,
        CancellationToken cancel)
    {
        var admitted = await admission.AdmitAsync(
            ReturnAction.Deposit, annee, siren, user, http, whenEmpty: new DepositBody(), cancel);
        return admitted is { Body: { } body, Precondition: { } precondition, Situation: { } situation }
            ? Answer(http, await submission.DepositAsync(
                situation, body.Receipt, precondition, Act(http, JournalActions.DepositReturn, annee, siren), cancel))
            : admitted.Refusal!;
    }

    private static SubmissionAct Act(HttpContext http, string action, int year, string territory) => new(
        http.Act(action, year, territory),
        accepted => http.Answering(Answer(http, accepted.Stored, accepted.IsFirst)));

    private static IResult Answer(HttpContext http, SubmissionOutcome outcome) => outcome switch
    {
        SubmissionOutcome.Accepted accepted => Answer(http, accepted.Stored, accepted.IsFirst),
        SubmissionOutcome.Rejected rejected => Problem.Refused(rejected.Counted.Findings, rejected.Body),
        SubmissionOutcome.Overtaken => Precondition.Failed,
        SubmissionOutcome.Locked locked => Problem.Locked(locked.Locks),
        SubmissionOutcome.Contended => new Problem(ProblemType.Conflict, "D'autres envois de la même remontée sont en cours : réessayez dans un instant."),
        SubmissionOutcome.Absent => Problem.NotFound("Il n'y a pas de version à déposer : postez d'abord la remontée."),
        SubmissionOutcome.ReceiptOutdated outdated => Problem.Outdated(outdated.Changes),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>The return as it stands, with the tag that a later write can be conditional on.</summary>
    internal static WrittenAnswer Answer(HttpContext http, StoredReturn stored, bool isFirst = false)
    {
        var answer = Write(http, stored) with { ETag = Precondition.Tag(stored.Sequence).ToString() };
        return isFirst
            ? answer with
            {
                Status = StatusCodes.Status201Created,
                Location = (http.Request.PathBase + http.Request.Path).ToUriComponent(),
            }
            : answer;
    }

    private static WrittenAnswer Write(HttpContext http, StoredReturn stored) => TextFormat.IsWanted(http)
        ? new(StatusCodes.Status200OK, TextFormat.ContentType, ReturnText.Of(stored))
        : WrittenAnswer.Json(ReturnAnswer.From(stored));
}
