namespace Reporting.Api.PlainText;

internal static class TextRoutes
{
    /// <summary>Answers, and refuses, in plain text too.</summary>
    public static RouteHandlerBuilder AnswersInText(this RouteHandlerBuilder route) =>
        route.WithMetadata(new TextFormat()).AddEndpointFilter(async (invocation, next) =>
            TextFormat.Unknown(invocation.HttpContext.Request) is { } unknown ? unknown : await next(invocation));
}
