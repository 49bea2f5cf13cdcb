using System.Reflection;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>The scripts of db/ as the store carries them.</summary>
internal static class SchemaScripts
{
    private static readonly Assembly _store = typeof(Query).Assembly;

    public static IReadOnlyList<string> SqlServer { get; } =
    [
        .. from name in _store.GetManifestResourceNames()
           where name.StartsWith("sqlserver/", StringComparison.Ordinal)
           orderby name
           select name,
    ];

    public static string Read(string name)
    {
        using var reader = new StreamReader(_store.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
