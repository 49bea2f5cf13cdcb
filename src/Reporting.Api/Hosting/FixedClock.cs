namespace Reporting.Api.Hosting;

/// <summary>A clock that stands still, to rehearse a campaign in Development.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
