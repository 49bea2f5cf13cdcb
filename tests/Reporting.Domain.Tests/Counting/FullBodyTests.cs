using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting;

/// <summary>A return of the four axes and the 20 indicators in which every rule has something to do.</summary>
public sealed class FullBodyTests
{
    private static readonly ReturnLine[] Body =
    [
        Line("ENF-1",
            C("1.1", 200, modality: "reperage", outOfPeriod: 10, outOfPublic: 5, withoutFollowUp: 25), // 160
            C("1.2", 90, modality: "accompagnement", childStandsForFamily: true, duplicates: 12), // + 90 - 12 = 238
            C("1.3", 40, modality: "programme")), // + 0 to 40: 238..278
        Line("ENF-2", C("1.4", 18, local: "meres", outOfPublic: 2)), // 16
        Line("ENF-3",
            C("1.5", 60, byAge: Ages(("10", 5), ("11", 20), ("15", 30), ("16", 5))), // 50
            C("1.6", 30, outOfPublic: 4, estimated: true, duplicates: 6)), // + 26 - 6 = 70
        Line("ENF-4",
            C("1.7", 80, modality: "reperage", withoutFollowUp: 15,
                byAge: Ages(("15", 2), ("16", 38), ("25", 37), ("26", 3))), // 80 - 5 - 15 = 60
            C("1.8", 25, modality: "ingenierie"), // 0
            C("1.9", 10, modality: "programme", duplicates: 10)), // + 10 - 10 = 60
        Line("EMP-1",
            C("2.1", 300, modality: "levee", outOfPeriod: 20, ofWhichMobility: 30), // 280
            C("2.2", 15, modality: "formation"), // 0
            C("2.3", 50, duplicates: 20, ofWhichMobility: 5)), // + 30 = 310, + 100 of TES-2 - 35 = 375
        Line("EMP-2",
            C("2.2", 40), // 40
            C("2.4", 10, funded: false), // 0
            C("2.5", 30, duplicates: 12)), // + 18 = 58
        Declared("EMP-3A", 375),
        Declared("EMP-3B", 40),
        Line("EMP-3C", C("2.1", 12)),
        Line("DRO-1",
            C("3.1", 120, modality: "lieu-de-vie", households: 50, outOfPeriod: 3), // 47
            C("3.2", 80, modality: "permanence", duplicates: 7), // + 73 = 120
            C("3.3", 20, modality: "reunion", duplicates: 0), // + 20 = 140
            C("4.1", 33, modality: "permanence")), // 0
        Line("DRO-2", C("3.4", 70, easyReadOnly: 8)), // 62
        Line("DRO-3", C("3.5", 45, alreadyInEmp2: 12)), // 33
        Line("DRO-4", C("3.6", 1.5m), C("3.7", 0.5m, funded: false), C("3.8", 0.75m, outOfPeriod: 0.25m)), // 1.5 + 0.5
        Line("DRO-5", C("3.6", 64, outOfPublic: 10), C("3.9", 6)), // 54 + 6
        Line("DRO-6", C("3.10", 90, estimated: true)) with { MethodChange = new("Seuil d'âge abaissé à 60 ans", 12) },
        Line("DRO-7", C("3.11", 33, shantytownMethod: true)),
        Line("DRO-8", C("3.12", 75), C("3.13", 500, mappingTool: true)), // 75
        Line("TES-1", C("4.1", 120, withoutFollowUp: 35), C("4.2", 60, slime: true, duplicates: 5)), // 85 + 55
        Line("TES-2", // emploi: 70, + 35 - 5 = 100; then transition: + 60 - 4 = 156
            C("4.3", 70, fundingAxis: "transition", withoutFollowUp: 10, duplicates: 4),
            C("4.3", 90, fundingAxis: "emploi", withoutFollowUp: 20),
            C("4.4", 40, fundingAxis: "emploi", withoutFollowUp: 5, duplicates: 5)),
        Line("TES-3", C("4.5", 700), C("4.6", 60, enrolmentYear: 2023)), // 700
    ];

    [Theory]
    [InlineData("ENF-1", "330 -> 238..278",
        "G-PERIODE 1 -10, G-PUBLIC 1 -5, ENF1-SUITE 1 -25, ENF1-ENFANT 2 0, G-DOUBLONS 2 -12")]
    [InlineData("ENF-2", "18 -> 16", "G-PUBLIC 1 -2")]
    [InlineData("ENF-3", "90 -> 70", "ENF3-AGE 1 -10, G-PUBLIC 2 -4, G-DOUBLONS 2 -6")]
    [InlineData("ENF-4", "115 -> 60", "ENF4-AGE 1 -5, ENF4-SUITE 1 -15, ENF4-INGENIERIE 2 -25, G-DOUBLONS 3 -10")]
    [InlineData("EMP-1", "365 -> 375", "G-PERIODE 1 -20, EMP1-FORMATION 2 -15, G-DOUBLONS 3 -20, EMP1-MOBILITE * 65")]
    [InlineData("EMP-2", "80 -> 58", "EMP2-FINANCE 2 -10, G-DOUBLONS 3 -12")]
    [InlineData("EMP-3A", "375 -> 375", "")]
    [InlineData("EMP-3B", "40 -> 40", "")]
    [InlineData("EMP-3C", "12 -> 12", "")]
    [InlineData("DRO-1", "253 -> 140",
        "DRO1-MENAGE 1 -70, G-PERIODE 1 -3, G-DOUBLONS 2 -7, DRO1-AUTRES-REFERENTIELS 4 -33")]
    [InlineData("DRO-2", "70 -> 62", "DRO2-FALC 1 -8")]
    [InlineData("DRO-3", "45 -> 33", "DRO3-EMP2 1 -12")]
    [InlineData("DRO-4", "2.75 -> 2", "DRO4-COFINANCE 2 -0.5, G-PERIODE 3 -0.25")]
    [InlineData("DRO-5", "70 -> 60", "G-PUBLIC 1 -10")]
    [InlineData("DRO-6", "90 -> 90", "")]
    [InlineData("DRO-7", "33 -> 33", "")]
    [InlineData("DRO-8", "575 -> 75", "DRO8-CARTOGRAPHIE 2 -500")]
    [InlineData("TES-1", "180 -> 140", "TES1-SUITE 1 -35, G-DOUBLONS 2 -5")]
    [InlineData("TES-2", "200 -> 156",
        "TES2-SUITE 1 -10, G-DOUBLONS 1 -4, TES2-SUITE 2 -20, TES2-SUITE 3 -5, G-DOUBLONS 3 -5")]
    [InlineData("TES-3", "760 -> 700", "TES3-RENTREE 2 -60")]
    public void Each_figure_is_explained(string code, string figure, string effects)
    {
        var counted = Deposit(Body);

        Assert.Equal(figure, counted.Figure(code));
        Assert.Equal(effects, string.Join(", ", counted.Effects(code)));
    }

    [Fact]
    public void The_one_unknown_overlap_is_the_one_thing_to_tell() =>
        Assert.Equal(
            ["avertissement G-DOUBLONS doublons-non-declares /indicateurs/0/contributions/2"], Deposit(Body).Told());

    [Fact]
    public void Estimates_and_breaks_are_marked()
    {
        var counted = Deposit(Body);

        Assert.Equal(["ENF-3", "DRO-6"], counted.Lines.Where(line => line.Estimated).Select(line => line.Indicator.Code));
        Assert.Equal(["DRO-6"], counted.Lines.Where(line => line.MethodChange is not null).Select(line => line.Indicator.Code));
        Assert.Equal(78, counted.Line("DRO-6")!.ComparableValue); // 90 - 12
    }

    [Fact]
    public void Lines_come_back_in_catalogue_order_whatever_the_posted_one() =>
        Assert.Equal(
            Deposit(Body).Lines.Select(line => (line.Indicator, line.Value)),
            Deposit([.. Body.Reverse()]).Lines.Select(line => (line.Indicator, line.Value)));
}
