namespace Reporting.TestSupport.Engines;

/// <summary>What a test's store is kept by.</summary>
public enum TestEngine
{
    Sqlite,

    /// <summary>SQLite again, but spoken to in T-SQL through SqlClient. It stands in for SQL Server and is not one.</summary>
    TdsStandIn,

    SqlServer,
}
