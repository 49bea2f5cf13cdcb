using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Access;

/// <summary>What db/sqlserver/access/grants.sql gives the service and what it denies it.</summary>
internal static class ServiceGrants
{
    public static IReadOnlySet<Need> Granted { get; } = Read<GrantStatement>();

    public static IReadOnlySet<Need> Denied { get; } = Read<DenyStatement>();

    public static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Query).Assembly.GetManifestResourceStream($"access/{name}")!);
        return reader.ReadToEnd();
    }

    private static HashSet<Need> Read<T>()
        where T : SecurityStatement =>
    [
        .. from statement in TSql.All<T>(TSql.Parse(Script("grants.sql")))
           from permission in statement.Permissions
           select new Need(
               string.Join(' ', permission.Identifiers.Select(word => word.Value)),
               statement.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers[^1].Value),
    ];
}
