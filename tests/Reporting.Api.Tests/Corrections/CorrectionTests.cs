using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Api.Tests.Returns;
using Reporting.Domain.Returns;

namespace Reporting.Api.Tests.Corrections;

/// <summary>A mend is offered only where it mends: applied to the posted document, its finding goes and none comes.</summary>
public sealed class CorrectionTests
{
    // They compare lines, of which one is counted only once it is mended.
    private static readonly string[] RulesAcrossLines = ["ENF2-EXCLUSIF", "DRO3-EMP2", "EMP1-MOBILITE", "EMP3-SOUS-ENSEMBLE"];

    private static readonly Lazy<IReadOnlyList<(int Seed, JsonObject Posted)>> Sound =
        new(() => [.. Posted(Enumerable.Range(1, 400)).Where(one => one.Seed % 3 != 0 && IsSound(one.Posted)).Take(150)]);

    public static TheoryData<string> Faults => [.. PlantedFaults.All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_with_one_mend_is_mended_back_to_what_was_found_without_it(string fault)
    {
        var planted = 0;
        foreach (var (seed, sound) in Sound.Value)
        {
            var faulty = sound.DeepClone().AsObject();
            if (PlantedFaults.All[fault](faulty, new(seed)) is not { } code)
            {
                continue;
            }

            planted++;
            var told = Assert.Single(Verdict.On(faulty).Findings, finding => finding.Message.Code == code);
            Assert.NotEmpty(told.Fix);
            Assert.Equal(Verdict.On(sound).Text, Verdict.On(JsonPatch.Apply(faulty, told)).Text);
        }

        Assert.InRange(planted, 10, 150);
    }

    [Fact]
    public void Whatever_is_wrong_beside_it_a_mend_takes_its_finding_away_and_brings_none()
    {
        var mended = new Dictionary<string, int>();
        foreach (var (seed, faulty) in Posted(Enumerable.Range(0, 2_000).Select(index => index * 3)))
        {
            var before = Verdict.On(faulty);
            foreach (var finding in before.Findings.Where(finding => finding.Fix is not []))
            {
                mended[finding.Message.Code] = mended.GetValueOrDefault(finding.Message.Code) + 1;
                Check(seed, before, finding, Verdict.On(JsonPatch.Apply(faulty, finding)));
            }
        }

        Assert.All(
            ["champ-inconnu", "champ-etranger", "nombre-attendu", "numero-action", "valeur-ou-contributions"],
            code => Assert.True(mended.GetValueOrDefault(code) > 5, $"{code} was mended {mended.GetValueOrDefault(code)} times only"));
    }

    private static void Check(int seed, Verdict before, Finding finding, Verdict after)
    {
        Assert.Empty(after.Places.Intersect(Verdict.PlacesOf(finding)));
        if (before.IsShaped == after.IsShaped)
        {
            var appeared = after.Places.Except(before.Places).Where(place => !Hidden(before, place)).ToList();
            Assert.True(appeared is [], $"{seed}: after {finding.Message.Code} at {finding.Pointer} came {string.Join(", ", appeared)}");
        }
    }

    // A line in error is not counted, and what is only seen by counting it could not be told.
    private static bool Hidden(Verdict before, (string Rule, string Code, string Pointer) place) =>
        before.IsShaped
        && (RulesAcrossLines.Contains(place.Rule)
            || before.Findings.Where(finding => finding.Severity is not Severity.Warning).SelectMany(Verdict.PlacesOf)
                .Any(told => LineOf(told.Pointer) == LineOf(place.Pointer)));

    private static string LineOf(string pointer) => string.Join('/', pointer.Split('/').Take(3));

    private static bool IsSound(JsonObject posted) => Verdict.On(posted) is { IsShaped: true } verdict
        && verdict.Findings.All(finding => finding.Severity is not Severity.Error);

    // A name given twice cannot be pointed at.
    private static IEnumerable<(int Seed, JsonObject Posted)> Posted(IEnumerable<int> seeds)
    {
        foreach (var seed in seeds)
        {
            JsonNode? posted;
            try
            {
                posted = JsonNode.Parse(GeneratedReturn.Json(seed), documentOptions: new() { AllowDuplicateProperties = false });
            }
            catch (JsonException)
            {
                continue;
            }

            yield return (seed, posted!.AsObject());
        }
    }
}
