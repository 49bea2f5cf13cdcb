using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Reporting.Api.Access;

/// <summary>
/// Whether an issuer has told its keys. While it never has and does not answer, it is asked again after a pause only, however
/// many tokens come that name it.
/// </summary>
internal sealed class IssuerKeys
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private Exception? _absence;
    private long _since;

    /// <exception cref="IssuerAwayException">It did not answer a moment ago.</exception>
    public void RequireNotAway()
    {
        if (Volatile.Read(ref _absence) is { } absence && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _since)) < _pause)
        {
            throw new IssuerAwayException(absence);
        }
    }

    /// <summary>Without the issuer's keys nobody can say whether a token is good: that is not the caller's fault.</summary>
    /// <exception cref="IssuerAwayException">It does not answer.</exception>
    public async Task RequireAsync(JwtBearerOptions options, CancellationToken cancel)
    {
        try
        {
            await options.ConfigurationManager!.GetConfigurationAsync(cancel);
            Volatile.Write(ref _absence, null);
        }
        catch (InvalidOperationException error)
        {
            Volatile.Write(ref _since, TimeProvider.System.GetTimestamp());
            Volatile.Write(ref _absence, error);
            throw new IssuerAwayException(error);
        }
    }
}
