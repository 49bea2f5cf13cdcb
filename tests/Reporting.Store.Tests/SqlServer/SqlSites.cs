using System.Reflection;
using Dapper;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>
/// Where an assembly gives SQL to an engine other than from a <see cref="Query"/> kept in a static field, which is
/// where the compile check finds them: a query made on the spot, a command's text, a call of Dapper.
/// </summary>
internal static class SqlSites
{
    public static IReadOnlyList<string> In(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. module.GetTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method is { HasBody: true } and not { IsConstructor: true, IsStatic: true }
                    && method.Body.Instructions.Any(GivesSql))
                .Select(NameInSource)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool GivesSql(Instruction instruction) =>
        instruction.Operand is MethodReference called
        && (called.Name, called.DeclaringType.FullName) switch
        {
            (".ctor", var type) => type == typeof(Query).FullName || type == typeof(CommandDefinition).FullName,
            ("set_CommandText", _) => true,
            (var name, var type) => type == typeof(SqlMapper).FullName && !name.Contains("Type", StringComparison.Ordinal),
        };

    // The body of an asynchronous method or of a lambda is compiled into a type or method called <Name>….
    private static string NameInSource(MethodDefinition method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        while (type.DeclaringType is { } outer && type.Name.StartsWith('<'))
        {
            name = type.Name.Contains("__DisplayClass", StringComparison.Ordinal) || type.Name == "<>c" ? name : type.Name;
            type = outer;
        }

        return $"{type.Name}.{name.TrimStart('<').Split('>')[0]}";
    }
}
