namespace Reporting.ForeignClients.Tests.Npm;

/// <summary>A test that runs packages of others: skipped, with the reason, where they cannot be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsNpmAttribute : FactAttribute
{
    public NeedsNpmAttribute() => Skip = NpmFolder.Missing;
}
