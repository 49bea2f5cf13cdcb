namespace Reporting.Api.Access;

/// <summary>The four roles, as application roles in tokens.</summary>
internal static class Roles
{
    public const string Metropole = "metropole";
    public const string Commissaire = "commissaire";
    public const string Dgcs = "dgcs";
    public const string Lecteur = "lecteur";

    public static IReadOnlyList<string> All { get; } = [Metropole, Commissaire, Dgcs, Lecteur];
}
