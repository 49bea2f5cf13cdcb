using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reporting.TestSupport.Engines;

/// <summary>Makes a test case of each engine.</summary>
public sealed class EveryEngineDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var displayOptions = discoveryOptions.MethodDisplayOptionsOrDefault();
        var inTSql = factAttribute.GetNamedArgument<bool>(nameof(OnEveryEngineAttribute.InTSql));
        foreach (var engine in Enum.GetValues<TestEngine>().Where(engine => !inTSql || engine is not TestEngine.Sqlite))
        {
            yield return TestDatabase.AbsenceOf(engine) is { } absence
                ? new XunitSkippedDataRowTestCase(diagnostics, display, displayOptions, testMethod, absence, [engine])
                : new XunitTestCase(diagnostics, display, displayOptions, testMethod, [engine]);
        }
    }
}
