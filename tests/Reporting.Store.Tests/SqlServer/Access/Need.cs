namespace Reporting.Store.Tests.SqlServer.Access;

/// <summary>A permission that a statement asks for on a table, a view or a procedure; DDL asks for one that nobody has.</summary>
public sealed record Need(string Permission, string On)
{
    public override string ToString() => $"{Permission} on {On}";
}
