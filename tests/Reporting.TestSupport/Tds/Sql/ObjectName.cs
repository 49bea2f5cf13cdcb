using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>The name of a table or a view with its schema.</summary>
internal sealed record ObjectName(string Schema, string Name)
{
    public string InSqlite => $"{Schema}.{Name}";

    public string Quoted => Quote(InSqlite);

    public static ObjectName Of(SchemaObjectName name, string ownSchema)
    {
        if (name.ServerIdentifier is not null || name.DatabaseIdentifier is not null || name.BaseIdentifier.Value.StartsWith('#'))
        {
            throw TdsError.Unknown($"objects such as {name.BaseIdentifier.Value} outside the schemas of one database");
        }

        return new(name.SchemaIdentifier?.Value ?? ownSchema, name.BaseIdentifier.Value);
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string ToString() => InSqlite;
}
