namespace Reporting.Api.SampleData;

/// <summary>The territory that the sample data leaves to whoever tries the service: Rennes Métropole.</summary>
internal static class SampleTerritory
{
    public const string Siren = "243500139";
    public const string Region = "53";
}
