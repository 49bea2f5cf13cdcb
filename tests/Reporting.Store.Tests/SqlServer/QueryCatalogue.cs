using System.Reflection;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>Every static field of type <see cref="Query"/> in an assembly, by type and name.</summary>
internal static class QueryCatalogue
{
    private const BindingFlags AnyStatic =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyDictionary<string, Query> In(Assembly assembly) =>
        assembly.GetTypes()
            .SelectMany(type => type.GetFields(AnyStatic))
            .Where(field => field.FieldType == typeof(Query))
            .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (Query)field.GetValue(null)!);
}
