using System.Reflection;
using System.Text.RegularExpressions;
using Reporting.Domain;

namespace Reporting.Store;

/// <summary>A script of db/, as this release carries it.</summary>
internal sealed partial record SqlScript(string Name, string Text, string Hash)
{
    private static readonly Assembly Carrier = typeof(SqlScript).Assembly;

    /// <summary>The numbered scripts of an engine's schema, in the order in which they apply.</summary>
    public static IReadOnlyList<SqlScript> OfSchema(Engine engine)
    {
        var folder = engine is Engine.Sqlite ? "sqlite/" : "sqlserver/";
        return
        [
            .. from name in Carrier.GetManifestResourceNames()
               where name.StartsWith(folder, StringComparison.Ordinal)
               orderby name
               select Read(name, name[folder.Length..]),
        ];
    }

    /// <summary>The script that makes the roles of a SQL Server database.</summary>
    public static SqlScript Roles() => Read("access/roles.sql", "roles.sql");

    /// <summary>The script that grants the service what it needs of a SQL Server schema.</summary>
    public static SqlScript Grants() => Read("access/grants.sql", "grants.sql");

    public IEnumerable<Query> Batches() =>
        BatchSeparator().Split(Text).Where(batch => !string.IsNullOrWhiteSpace(batch)).Select(batch => new Query(batch));

    private static SqlScript Read(string resource, string name)
    {
        using var reader = new StreamReader(Carrier.GetManifestResourceStream(resource)!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(name, text, Digest.Of(text));
    }

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline)]
    private static partial Regex BatchSeparator();
}
