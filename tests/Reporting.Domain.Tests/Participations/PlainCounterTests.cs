using System.Text.Json;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Holds the plain counter to the figures and lines that another program counted from the same 400 records.</summary>
public sealed class PlainCounterTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(Vector("participations-2024.attendu.json")).RootElement;

    private static readonly PlainFile File2024 = PlainFile.Parse(Vector("participations-2024.csv"));

    private static readonly PlainCount Counted = PlainCounter.Count(2024, File2024.Records);

    [Fact]
    public void Records_are_read_and_rejected()
    {
        Assert.Equal(Expected.GetProperty("lus").GetInt32(), File2024.Read);
        Assert.Equal(Expected.GetProperty("rejetes").GetInt32(), File2024.Rejected.Count);
    }

    [Fact]
    public void The_national_figures_are_those_expected() => Assert.Equal(
        Expected.GetProperty("national").EnumerateObject().Select(figure => (figure.Name, figure.Value.GetDecimal())),
        Counted.National.Select(figure => (figure.Key, figure.Value)));

    [Fact]
    public void The_emitted_lines_are_those_expected_in_order()
    {
        var expected = PostedJson.Lines(Expected.GetProperty("emitted"));
        Assert.Equal(expected.Select(line => (line.Code, line.Value)), Counted.Lines.Select(line => (line.Code, line.Value)));
        foreach (var (wanted, emitted) in expected.Zip(Counted.Lines))
            Assert.Equal(wanted.Contributions ?? [], emitted.Contributions ?? []);
    }

    private static string Vector(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", name));
}
