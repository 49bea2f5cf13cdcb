namespace Reporting.Cli.Conformance;

/// <summary>The service did not do what a case expects of it.</summary>
internal sealed class CaseFailure(string expected, string got) : Exception($"attendu : {expected} ; obtenu : {got}")
{
    public string Expected => expected;

    public string Got => got;
}
