namespace Reporting.Store;

/// <summary>
/// One SQL text, with its T-SQL twin only where the engines differ. Each is a static field beside the method that
/// runs it, which is how the tests find every one and compile it against the SQL Server schema.
/// </summary>
public sealed class Query(string text, string? sqlServer = null)
{
    internal string For(Engine engine) => engine is Engine.SqlServer && sqlServer is not null ? sqlServer : text;
}
