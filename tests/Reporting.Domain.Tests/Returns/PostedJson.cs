using System.Text.Json;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Returns;

/// <summary>Reads posted lines from JSON and refuses what it would not read.</summary>
internal static class PostedJson
{
    private static readonly HashSet<string> LineFields =
        ["code", "cible", "commentaire", "valeur", "contributions", "dontMobilite", "changementMethode"];

    private static readonly HashSet<string> Fields = [.. ContributionField.All.Select(field => field.Name)];

    public static ReturnLine[] Lines(JsonElement lines) => [.. lines.EnumerateArray().Select(Line)];

    private static ReturnLine Line(JsonElement line)
    {
        Assert.All(line.EnumerateObject(), member => Assert.Contains(member.Name, LineFields));
        return new()
        {
            Code = Text(line, "code")!,
            Target = Figure(line, "cible"),
            Comment = Text(line, "commentaire"),
            MethodChange = Member(line, "changementMethode") is { } change
                ? new(Text(change, "description")!, Figure(change, "effet")!.Value)
                : null,
            Value = Figure(line, "valeur"),
            OfWhichMobility = Figure(line, "dontMobilite"),
            Contributions = Member(line, "contributions") is { } contributions
                ? [.. contributions.EnumerateArray().Select(Contribution)]
                : null,
        };
    }

    private static Contribution Contribution(JsonElement posted)
    {
        Assert.All(posted.EnumerateObject(), member => Assert.Contains(member.Name, Fields));
        return new()
        {
            Action = Text(posted, "action")!,
            LocalIndicator = Text(posted, "indicateurLocal"),
            Label = Text(posted, "libelle"),
            Headcount = Figure(posted, "effectif")!.Value,
            Duplicates = Figure(posted, "doublons"),
            OutOfPeriod = Figure(posted, "horsPeriode"),
            OutOfPublic = Figure(posted, "horsPublic"),
            ByAge = Member(posted, "parAge")?.EnumerateObject().ToDictionary(age => age.Name, age => age.Value.GetDecimal()),
            Modality = Text(posted, "modalite"),
            WithoutFollowUp = Figure(posted, "sansSuite"),
            ChildStandsForFamily = Flag(posted, "uniteEnfant"),
            Funded = Flag(posted, "finance"),
            Households = Figure(posted, "menages"),
            EasyReadOnly = Figure(posted, "falcSeul"),
            AlreadyInEmp2 = Figure(posted, "dejaEmp2"),
            FundingAxis = Text(posted, "axeFinancement"),
            OfWhichMobility = Figure(posted, "dontMobilite"),
            Slime = Flag(posted, "slime"),
            ShantytownMethod = Flag(posted, "methodeResorptionBidonvilles"),
            MappingTool = Flag(posted, "outilCartographie"),
            EnrolmentYear = (int?)Figure(posted, "rentree"),
            Estimated = Flag(posted, "estimation"),
        };
    }

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement of, string name) => Member(of, name)?.GetString();

    private static decimal? Figure(JsonElement of, string name) => Member(of, name)?.GetDecimal();

    private static bool? Flag(JsonElement of, string name) => Member(of, name)?.GetBoolean();
}
