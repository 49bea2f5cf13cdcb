namespace Reporting.ForeignClients.Tests.Browser;

/// <summary>A test that opens a page: skipped, with the reason, where there is no browser or nothing to show in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsChromiumAttribute : TheoryAttribute
{
    public NeedsChromiumAttribute() => Skip = Chromium.Missing;
}
