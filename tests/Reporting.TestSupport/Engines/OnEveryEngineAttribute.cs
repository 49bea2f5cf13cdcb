using Xunit;
using Xunit.Sdk;

namespace Reporting.TestSupport.Engines;

/// <summary>A test of one parameter, the engine, that runs once on each; where one is absent it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Reporting.TestSupport.Engines.EveryEngineDiscoverer", "Reporting.TestSupport")]
public sealed class OnEveryEngineAttribute : FactAttribute
{
    /// <summary>Leaves SQLite out, for what only T-SQL says.</summary>
    public bool InTSql { get; set; }
}
