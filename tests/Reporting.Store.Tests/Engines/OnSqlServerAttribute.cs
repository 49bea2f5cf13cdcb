using System.Reflection;
using Xunit.Sdk;

namespace Reporting.Store.Tests.Engines;

/// <summary>Runs the same theory on SQL Server, or says why it cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute() => Skip = SqlServerInstance.Absence!;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.SqlServer]];
}
