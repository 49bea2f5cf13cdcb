namespace Reporting.Store;

/// <summary>What an installation did: the schema scripts that it applied, and what it had to leave to others.</summary>
public sealed record Installation(IReadOnlyList<string> Applied, IReadOnlyList<Shortfall> Left);

/// <summary>A step that the server refused, and why.</summary>
public sealed record Shortfall(InstallationStep Step, string Reason);

/// <summary>The steps that an account without full rights over its database may be refused.</summary>
public enum InstallationStep
{
    ReadCommittedSnapshot,
    SnapshotIsolation,
    Roles,
    Grants,
}
