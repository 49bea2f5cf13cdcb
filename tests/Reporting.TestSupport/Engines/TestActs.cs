using Reporting.Store.Journal;

namespace Reporting.TestSupport.Engines;

/// <summary>Acts of nobody in particular.</summary>
public static class TestActs
{
    public static Act New(string action = "essai", int? year = null, string? territory = null) =>
        new(new Author("essai", "dgcs"), action, year, territory);
}
