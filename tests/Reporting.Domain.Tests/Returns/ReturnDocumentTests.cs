using System.Text;
using System.Text.Json;
using CsCheck;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Returns;

public sealed class ReturnDocumentTests
{
    [Fact]
    public void It_is_the_document_of_the_wire_contract() => Assert.Equal(
        """
        {"indicateurs":[{"code":"ENF-1","cible":420,"commentaire":"x","changementMethode":{"description":"y","effet":-3},"contributions":[{"action":"1.1","indicateurLocal":"L1","effectif":180,"modalite":"reperage","sansSuite":30},{"action":"1.2","effectif":230,"doublons":0,"uniteEnfant":true}]},{"code":"ENF-3","contributions":[{"action":"1.3","effectif":9,"parAge":{"10":4,"11":5}}]},{"code":"DRO-4","cible":1.5,"valeur":1.25},{"code":"TES-3","contributions":[{"action":"4.1","effectif":1,"rentree":2024}]}]}
        """,
        Write(new(2024,
        [
            new()
            {
                Code = "ENF-1", Target = 420, Comment = "x", MethodChange = new("y", -3),
                Contributions =
                [
                    new() { Action = "1.1", LocalIndicator = "L1", Headcount = 180.0m, Modality = "reperage", WithoutFollowUp = 30 },
                    new() { Action = "1.2", Headcount = 230, Duplicates = 0, ChildStandsForFamily = true },
                ],
            },
            new()
            {
                Code = "ENF-3",
                Contributions = [new() { Action = "1.3", Headcount = 9, ByAge = new Dictionary<string, decimal> { ["11"] = 5, ["10"] = 4 } }],
            },
            new() { Code = "DRO-4", Target = 1.50m, Value = 1.25m },
            new() { Code = "TES-3", Contributions = [new() { Action = "4.1", Headcount = 1, EnrolmentYear = 2024 }] },
        ])));

    [Fact]
    public void What_is_written_is_read_back_the_same() => Gen.ULong.Sample(seed =>
    {
        var posted = GeneratedReturns.One(seed);

        var written = Write(posted);

        var read = PostedJson.Lines(JsonDocument.Parse(written).RootElement.GetProperty("indicateurs"));
        Assert.Equal(written, Write(new(posted.Year, read)));
        Assert.Equal(posted.Lines.Select(Plain), read.Select(Plain));
        foreach (var (before, after) in posted.Lines.Zip(read))
        {
            Assert.Equal(
                before.Contributions?.Select(contribution => contribution with { ByAge = null }),
                after.Contributions?.Select(contribution => contribution with { ByAge = null }));
        }
    }, iter: 500);

    private static ReturnLine Plain(ReturnLine line) => line with { Contributions = null };

    private static string Write(Return posted)
    {
        using var stream = new MemoryStream();
        using (var document = new Utf8JsonWriter(stream))
        {
            ReturnDocument.Write(document, posted);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
