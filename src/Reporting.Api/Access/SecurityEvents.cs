namespace Reporting.Api.Access;

/// <summary>
/// What whoever watches over the service looks for in its log, under event ids that never change. None carries a
/// credential, a query string or a body.
/// </summary>
internal sealed partial class SecurityEvents;

internal static partial class SecurityLog
{
    [LoggerMessage(4001, LogLevel.Warning, "Sign-in refused: {Reason}")]
    public static partial void SignInRefused(this ILogger<SecurityEvents> logger, string reason);

    [LoggerMessage(4003, LogLevel.Warning, "Role refused: {Actor} may not {Method} {Route}")]
    public static partial void RoleRefused(this ILogger<SecurityEvents> logger, string actor, string method, string route);

    [LoggerMessage(4010, LogLevel.Information, "Reader key used: {Key}")]
    public static partial void ReaderKeyUsed(this ILogger<SecurityEvents> logger, Guid key);

    [LoggerMessage(4011, LogLevel.Warning, "Reader key refused: {Reason}")]
    public static partial void ReaderKeyRefused(this ILogger<SecurityEvents> logger, string reason);

    [LoggerMessage(4020, LogLevel.Warning, "Exception granted: {Actor} opened {Year} of {Territory} until {Until:O}")]
    public static partial void ExceptionGranted(
        this ILogger<SecurityEvents> logger, string actor, int year, string territory, DateTimeOffset until);

    [LoggerMessage(4029, LogLevel.Warning, "Limit met: {Actor} spent {Limit}")]
    public static partial void LimitMet(this ILogger<SecurityEvents> logger, string actor, string limit);
}
