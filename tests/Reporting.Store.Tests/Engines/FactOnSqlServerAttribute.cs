namespace Reporting.Store.Tests.Engines;

/// <summary>
/// A fact about the accounts of SQL Server, which nothing else enforces: skipped, with the reason, where none is there.
/// The login that the tests are given must be allowed to make logins.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnSqlServerAttribute : FactAttribute
{
    public FactOnSqlServerAttribute() => Skip = TestDatabase.AbsenceOf(TestEngine.SqlServer)!;
}
