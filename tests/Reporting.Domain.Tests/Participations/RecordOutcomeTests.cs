using Reporting.Domain.Participations;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Each check of a record, on both sides of its edge; the first that fails is the outcome.</summary>
public sealed class RecordOutcomeTests
{
    [Theory]
    [InlineData("3.1,DRO-6,p,,,,,,2024-01-01,,,,,,,,,,", "retenu")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-12-31,,,,,,,,,,", "retenu")]
    [InlineData("3.1,DRO-6,p,,,,,,2023-12-31,,,,,,,,,,", "periode G-PERIODE")]
    [InlineData("3.1,DRO-6,p,,,,,,2025-01-01,,,,,,,,,,", "periode G-PERIODE")]
    [InlineData("4.1,TES-3,p,,,,,,2024-09-01,,,,,,,,,,", "retenu")]
    [InlineData("4.1,TES-3,p,,,,,,2025-08-31,,,,,,,,,,", "retenu")]
    [InlineData("4.1,TES-3,p,,,,,,2024-08-31,,,,,,,,,,", "periode G-PERIODE")]
    [InlineData("4.1,TES-3,p,,,,,,2025-09-01,,,,,,,,,,", "periode G-PERIODE")]
    [InlineData("1.1,ENF-4,p,,20,,,,2024-05-01,ingenierie,1,,,,,,,,", "nature ENF4-INGENIERIE")]
    [InlineData("1.1,ENF-4,p,,20,,,,2024-05-01,programme,,,,,,,,,ingenierie", "nature ENF4-INGENIERIE")]
    [InlineData("1.1,ENF-1,p,,,,,,2024-05-01,ingenierie,,,,,,,,,ingenierie", "retenu")]
    [InlineData("2.1,EMP-1,p,,,,,,2024-05-01,formation,,,1,,,,,,", "nature EMP1-FORMATION")]
    [InlineData("3.1,DRO-1,p,,,,,,2024-05-01,maraude,,,,,,,,,", "nature DRO1-AUTRES-REFERENTIELS")]
    [InlineData("3.1,DRO-1,p,,,,,,2024-05-01,,,,,,,,,,", "nature DRO1-AUTRES-REFERENTIELS")]
    [InlineData("1.1,DRO-1,p,,,,,,2024-05-01,permanence,,,,,,,,,", "nature DRO1-AUTRES-REFERENTIELS")]
    [InlineData("3.1,DRO-2,p,,,,,,2024-05-01,,,,,,,,,,falc", "nature DRO2-FALC")]
    [InlineData("3.1,DRO-2,p,,,,,,2024-05-01,,,,,,,,,,cartographie", "retenu")]
    [InlineData("3.1,DRO-8,p,,,,,,2024-05-01,,,,,,,,,,cartographie", "nature DRO8-CARTOGRAPHIE")]
    [InlineData("1.1,ENF-2,p,,,,,2,2024-05-01,,,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-2,p,,,,,3,2024-05-01,,,,,,,,,,", "public G-PUBLIC")]
    [InlineData("1.1,ENF-2,p,,,,,,2024-05-01,,,,,,,,,,", "public G-PUBLIC")]
    [InlineData("1.1,ENF-3,p,,10,,,,2024-05-01,,,,,,,,,,", "public ENF3-AGE")]
    [InlineData("1.1,ENF-3,p,,11,,,,2024-05-01,,,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-3,p,,15,,,,2024-05-01,,,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-3,p,,16,,,,2024-05-01,,,,,,,,,,", "public ENF3-AGE")]
    [InlineData("1.1,ENF-3,p,,,,,,2024-05-01,,,,,,,,,,", "public ENF3-AGE")]
    [InlineData("1.1,ENF-3,p,,,2013-05-02,2024-05-01,,2024-05-01,,,,,,,,,,", "public ENF3-AGE")] // 11 the day after
    [InlineData("1.1,ENF-3,p,,,2013-05-01,2024-05-01,,2024-05-01,,,,,,,,,,", "retenu")] // 11 that day
    [InlineData("1.1,ENF-3,p,,,2008-02-29,2024-02-28,,2024-05-01,,,,,,,,,,", "retenu")] // 16 the day after
    [InlineData("1.1,ENF-3,p,,,2008-02-29,2024-02-29,,2024-05-01,,,,,,,,,,", "public ENF3-AGE")]
    [InlineData("1.1,ENF-3,p,,12,2000-01-01,2024-01-01,,2024-05-01,,,,,,,,,,", "retenu")] // the age given stands
    [InlineData("1.1,ENF-3,p,,,2013-01-01,,,2024-05-01,,,,,,,,,,", "public ENF3-AGE")]
    [InlineData("1.1,ENF-4,p,,15,,,,2024-05-01,,,,,,,,,,", "public ENF4-AGE")]
    [InlineData("1.1,ENF-4,p,,16,,,,2024-05-01,,,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-4,p,,25,,,,2024-05-01,,,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-4,p,,26,,,,2024-05-01,,,,,,,,,,", "public ENF4-AGE")]
    [InlineData("2.1,EMP-1,p,,,,,,2024-05-01,levee,,,0,,,,,,", "public G-PUBLIC")]
    [InlineData("2.1,EMP-1,p,,,,,,2024-05-01,,,,1,,,,,,", "retenu")]
    [InlineData("4.1,TES-1,p,,,,,,2024-05-01,,1,0,,,,,,,", "public G-PUBLIC")]
    [InlineData("4.1,TES-2,p,,,,,,2024-05-01,,1,,,,,,,,", "public G-PUBLIC")]
    [InlineData("3.1,DRO-5,p,,,,,,2024-05-01,,,,,,,,maintien,,", "retenu")]
    [InlineData("3.1,DRO-5,p,,,,,,2024-05-01,,,,,,,,expulsion,,", "public DRO5-CLOTURE")]
    [InlineData("3.1,DRO-5,p,,,,,,2024-05-01,,,,,,,,,,", "public DRO5-CLOTURE")]
    [InlineData("2.1,EMP-2,p,,,,,,2024-05-01,,,,,aucun,,,,,", "financement EMP2-FINANCE")]
    [InlineData("2.1,EMP-2,p,,,,,,2024-05-01,,,,,,,,,,", "retenu")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,aucun,,,,1,", "financement DRO4-COFINANCE")]
    [InlineData("3.1,DRO-3,p,,,,,,2024-05-01,,,,,aucun,,,,,", "retenu")]
    [InlineData("1.1,ENF-1,p,,,,,,2024-05-01,reperage,0,,,,,,,,", "suite ENF1-SUITE")]
    [InlineData("1.1,ENF-1,p,,,,,,2024-05-01,reperage,1,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-1,p,,,,,,2024-05-01,programme,0,,,,,,,,", "retenu")]
    [InlineData("1.1,ENF-4,p,,20,,,,2024-05-01,reperage,,,,,,,,,", "suite ENF4-SUITE")]
    [InlineData("4.1,TES-1,p,,,,,,2024-05-01,,0,1,,,,,,,", "suite TES1-SUITE")]
    [InlineData("4.1,TES-2,p,,,,,,2024-05-01,,,1,,,,,,,", "suite TES2-SUITE")]
    [InlineData("1.1,ENF-4,p,,26,,,,2023-05-01,ingenierie,,,,,,,,,", "periode G-PERIODE")] // the first of all that fail
    public void A_record_goes_as_far_as_its_checks_let_it(string record, string told)
    {
        var outcome = Assert.Single(Assert.Single(Counting.Count(Counting.Header + record + "\n").Indicators).Outcomes);

        Assert.Equal(told, $"{outcome.Outcome.ToCode()} {outcome.RuleId}".TrimEnd());
    }

    [Theory]
    [InlineData("1.1,ENF-2,p,,,,,1,2024-05-01,,,,,,,,,,\n1.1,ENF-1,p,,,,,,2024-05-01,,,,,,,,,,", "ENF-1", "exclusif ENF2-EXCLUSIF")]
    [InlineData("1.1,ENF-1,p,m,,,,,2024-05-01,,,,,,,,,,\n1.1,ENF-2,p,,,,,1,2024-05-01,,,,,,,,,,", "ENF-1", "exclusif ENF2-EXCLUSIF")]
    [InlineData("1.2,ENF-2,p,,,,,1,2024-05-01,,,,,,,,,,\n1.1,ENF-1,p,,,,,,2024-05-01,,,,,,,,,,", "ENF-1", "retenu")]
    [InlineData("1.1,ENF-2,p,,,,,4,2024-05-01,,,,,,,,,,\n1.1,ENF-1,p,,,,,,2024-05-01,,,,,,,,,,", "ENF-1", "retenu")]
    [InlineData("1.1,ENF-2,q,,,,,1,2024-05-01,,,,,,,,,,\n1.1,ENF-1,p,m,,,,,2024-05-01,,,,,,,,,,\n1.1,ENF-1,q,m,,,,,2024-05-01,,,,,,,,,,", "ENF-1", "retenu")]
    [InlineData("3.1,ENF-2,p,,,,,1,2024-05-01,,,,,,,,,,\n3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,0.5,", "DRO-4", "exclusif ENF2-EXCLUSIF")]
    [InlineData("2.1,EMP-2,q,,,,,,2024-05-01,,,,,,,s,,,\n3.1,DRO-3,p,,,,,,2024-05-01,,,,,,,s,,,", "DRO-3", "exclusif DRO3-EMP2")]
    [InlineData("2.1,EMP-2,q,,,,,,2024-05-01,,,,,aucun,,s,,,\n3.1,DRO-3,p,,,,,,2024-05-01,,,,,,,s,,,", "DRO-3", "retenu")]
    [InlineData("2.1,EMP-2,q,,,,,,2024-05-01,,,,,,,,,,\n3.1,DRO-3,p,,,,,,2024-05-01,,,,,,,,,,", "DRO-3", "retenu")]
    [InlineData("2.1,EMP-2,q,,,,,,2024-05-01,,,,,,,s,,,\n2.1,ENF-2,q,,,,,1,2024-05-01,,,,,,,,,,\n3.1,DRO-3,p,,,,,,2024-05-01,,,,,,,s,,,", "DRO-3", "retenu")]
    [InlineData("2.1,EMP-2,q,,,,,,2024-05-01,,,,,,,s,,,\n3.1,DRO-3,p,,,,,,2024-05-01,,,,,,,s,,,\n3.1,DRO-3,p,,,,,,2024-05-01,,,,,,,t,,,", "DRO-3", "retenu")]
    public void A_record_may_count_in_another_indicator_only(string records, string code, string told)
    {
        var outcome = Assert.Single(Counting.Count(Counting.Header + records + "\n").Indicators.Single(own => own.Indicator.Code == code).Outcomes);

        Assert.Equal(told, $"{outcome.Outcome.ToCode()} {outcome.RuleId}".TrimEnd());
    }

    [Theory]
    [InlineData(",DRO-6,p,,,,,,2024-05-01,,,,,,,,,,", "action manquant")]
    [InlineData("3.1,,p,,,,,,2024-05-01,,,,,,,,,,", "indicateur manquant")]
    [InlineData("3.1,DRO-6,,,,,,,2024-05-01,,,,,,,,,,", "personne manquant")]
    [InlineData("3.1,DRO-6,p,,,,,,,,,,,,,,,,", "date manquant")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,,", "quantite manquant")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,s,,,", "quantite manquant")]
    [InlineData("5.1,DRO-6,p,,,,,,2024-05-01,,,,,,,,,,", "action illisible")]
    [InlineData("3.01,DRO-6,p,,,,,,2024-05-01,,,,,,,,,,", "action illisible")]
    [InlineData("3.1,EMP-3A,p,,,,,,2024-05-01,,,,,,,,,,", "indicateur illisible")]
    [InlineData("3.1,EMP-3,p,,,,,,2024-05-01,,,,,,,,,,", "indicateur illisible")]
    [InlineData("3.1,DRO-9,p,,,,,,2024-05-01,,,,,,,,,,", "indicateur illisible")]
    [InlineData("3.1,DRO-0,p,,,,,,2024-05-01,,,,,,,,,,", "indicateur illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-02-30,,,,,,,,,,", "date illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2023-02-29,,,,,,,,,,", "date illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-5-1,,,,,,,,,,", "date illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024/05/01,,,,,,,,,,", "date illisible")]
    [InlineData("3.1,DRO-6,p,,-1,,,,2024-05-01,,,,,,,,,,", "age illisible")]
    [InlineData("3.1,DRO-6,p,,121,,,,2024-05-01,,,,,,,,,,", "age illisible")]
    [InlineData("3.1,DRO-6,p,,,2024-02-30,,,2024-05-01,,,,,,,,,,", "naissance illisible")]
    [InlineData("3.1,DRO-6,p,,,,x,,2024-05-01,,,,,,,,,,", "debut illisible")]
    [InlineData("3.1,DRO-6,p,,,,,1.5,2024-05-01,,,,,,,,,,", "age_enfant illisible")]
    [InlineData("1.1,ENF-1,p,,,,,,2024-05-01,permanence,,,,,,,,,", "modalite illisible")]
    [InlineData("2.1,EMP-1,p,,,,,,2024-05-01,Formation,,,1,,,,,,", "modalite illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,oui,,,,,,,,", "suite illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,,2,,,,,,,", "pro_forme illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,,,00,,,,,,", "demandeur_emploi illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,,,,etat,,,,,", "financement illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,,,,,monoparentale|,,,,", "categories illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,,,,,,,gagne,,", "issue illisible")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,1e9,", "quantite illisible")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,-1,", "quantite illisible")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,0.125,", "quantite illisible")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,.5,", "quantite illisible")]
    [InlineData("3.1,DRO-4,p,,,,,,2024-05-01,,,,,,,,,1000000001,", "quantite illisible")]
    [InlineData("3.1,DRO-6,p,,,,,,2024-05-01,,,,,,,,,,FALC", "exclusion illisible")]
    public void A_record_that_says_too_little_or_what_no_column_takes_is_rejected(string record, string told) =>
        Assert.Equal($"2 {told}", Counting.Count(Counting.Header + record + "\n3.1,DRO-6,z,,,,,,2024-05-01,,,,,,,,,,\n").Told().Split(", ")[1]);

    [Theory]
    [InlineData("personne", "3.1,DRO-6,{0},,,,,,2024-05-01,,,,,,,,,,")]
    [InlineData("menage", "3.1,DRO-6,p,{0},,,,,2024-05-01,,,,,,,,,,")]
    [InlineData("session", "3.1,DRO-6,p,,,,,,2024-05-01,,,,,,,{0},,,")]
    public void Names_have_64_characters_at_most_whatever_their_bytes(string column, string record)
    {
        string Text(string name) => Counting.Header + record.Replace("{0}", name, StringComparison.Ordinal) + "\n3.1,DRO-6,z,,,,,,2024-05-01,,,,,,,,,,\n";

        Assert.Empty(Counting.Count(Text(new('é', 64))).Receipt.FirstRejected);
        Assert.Empty(Counting.Count(Text(new('名', 64))).Receipt.FirstRejected);
        Assert.EndsWith($"2 {column} trop-long", Counting.Count(Text(new('x', 65))).Told(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_indicators_of_records_are_those_of_the_catalogue_at_their_places() => Assert.Equal(
        Reporting.Domain.Catalogue.Indicators.All.Select(indicator => indicator.Code.Replace("-", "", StringComparison.Ordinal)),
        Enum.GetNames<CountedIndicator>().Select(name => name.ToUpperInvariant()));
}
