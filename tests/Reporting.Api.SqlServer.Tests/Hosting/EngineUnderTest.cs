using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Hosting;

/// <summary>What the stores of this project's tests are kept by: SQL Server where there is one, or what stands in for it.</summary>
internal static class EngineUnderTest
{
    public static TestEngine Engine { get; } =
        TestDatabase.AbsenceOf(TestEngine.SqlServer) is null ? TestEngine.SqlServer : TestEngine.TdsStandIn;
}
