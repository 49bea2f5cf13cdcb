using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Reporting.Api.Access;

/// <summary>Tells who asked for what the role does not permit; what is answered is the framework's.</summary>
internal sealed class RefusedRoles(ILogger<SecurityEvents> events) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _answers = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
            events.RoleRefused(context.User.Actor(), context.Request.Method, route);
        }

        return _answers.HandleAsync(next, context, policy, authorizeResult);
    }
}
