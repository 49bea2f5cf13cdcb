using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Reporting.Api.Access;
using Reporting.Api.Json;
using Reporting.Store;

namespace Reporting.Api.Problems;

/// <summary>Turns faults and the framework's bare statuses into problems.</summary>
internal static class ProblemMiddleware
{
    private const string UnreadableDetail = "La requête ou l'un de ses paramètres est illisible.";

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException || IsChunkTooLong(context.Exception),
            ExceptionHandler = context =>
                For(context.Features.Get<IExceptionHandlerFeature>()!.Error, context).ExecuteAsync(context),
        });
        app.UseStatusCodePages(context =>
        {
            var type = ProblemType.ForStatus(context.HttpContext.Response.StatusCode);
            return new Problem(type, Detail(type)).ExecuteAsync(context.HttpContext);
        });
    }

    private static Problem For(Exception error, HttpContext http) => error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.BodyTooLarge(Largest(http)),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Problem.TooSlow(),
        BadHttpRequestException bad => Unreadable(bad.StatusCode),
        _ when IsChunkTooLong(error) => Unreadable(StatusCodes.Status400BadRequest),
        IssuerAwayException => Problem.IssuerAway(),
        StoreAwayException fault => Problem.StoreAway(fault.MayHaveTakenPlace),
        // While rows are streamed, which nothing can repeat.
        DbException fault when Database.IsAway(fault) => Problem.StoreAway(mayHaveTakenPlace: false),
        _ => new(ProblemType.Fault, "Le service a rencontré une erreur ; donnez l'identifiant de requête au support."),
    };

    private static long Largest(HttpContext http) =>
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? PostedBody.MaximumBytes;

    private static Problem Unreadable(int status) => new(ProblemType.ForStatus(status), UnreadableDetail);

    // The one thing that the server finds wrong with a request and does not call a bad request.
    private static bool IsChunkTooLong(Exception error) => error is IOException { InnerException: OverflowException };

    private static string? Detail(ProblemType type) =>
        type == ProblemType.Unauthenticated ? "Joignez un jeton valide (Authorization: Bearer …), ou une clé de lecture là où un lecteur peut lire."
        : type == ProblemType.Forbidden ? "Le rôle du jeton ne permet pas cette opération."
        : type == ProblemType.NotFound ? "Aucune ressource à cette adresse."
        : type == ProblemType.InvalidRequest ? UnreadableDetail
        : null;
}
