namespace Reporting.TestSupport.Engines;

/// <summary>What a test's store is kept by, and through which client.</summary>
public enum TestEngine
{
    Sqlite,
    SqlServer,
}
