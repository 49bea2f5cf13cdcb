using Reporting.TestSupport.Engines;

namespace Reporting.Api.Tests.Hosting;

/// <summary>What the stores of this project's tests are kept by. Reporting.Api.SqlServer.Tests answers otherwise.</summary>
internal static class EngineUnderTest
{
    public static TestEngine Engine => TestEngine.Sqlite;
}
