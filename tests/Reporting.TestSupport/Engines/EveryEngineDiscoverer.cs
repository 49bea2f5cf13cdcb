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
        foreach (var engine in Enum.GetValues<TestEngine>())
        {
            yield return TestDatabase.AbsenceOf(engine) is { } absence
                ? new XunitSkippedDataRowTestCase(diagnostics, display, displayOptions, testMethod, absence, [engine])
                : new XunitTestCase(diagnostics, display, displayOptions, testMethod, [engine]);
        }
    }
}
