using System.Reflection;
using Xunit.Sdk;

namespace Reporting.Store.Tests.Engines;

/// <summary>Runs a theory on a fresh SQLite store: the half of a contract that always runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite]];
}
