namespace Reporting.Api.Tests.Feed;

// The rows, in the order of the key:
//   B 2024 243300316 EMP-1  cible null  valeur 900.5   taux null    commentaire null          validee
//   A 2024 243300316 ENF-1  cible 420   valeur 410     taux 0.9762  "Compté à 50 % au …"      validee
//   D 2024 246700488 EMP-1  cible 500   valeur 0       taux 0       commentaire null          deposee, fictive
//   C 2024 246700488 ENF-1  cible 300   valeur 300     taux 1       "L'eau_bleue [a]"         deposee, fictive
//   E 2025 243300316 ENF-1  cible 450   valeur 455.25  taux 1.0117  ""                        deposee
public class FeedFilterTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Annee eq 2025", "E")]
    [InlineData("DimensionTerritoire/Nom eq 'Bordeaux Métropole'", "B A E")]
    [InlineData("DimensionIndicateur/DimensionAxe/Ordre eq 1", "A C E")]
    [InlineData("DimensionTerritoire/CodeInsee eq null and DimensionCampagne/Annee gt 2024", "E")]
    [InlineData("Annee ne 2025", "B A D C")]
    [InlineData("2025 eq Annee", "E")]
    [InlineData("Annee ge 2024.5", "E")]
    [InlineData("Annee lt 99999999999", "B A D C E")]
    [InlineData("Valeur eq 900.5", "B")]
    [InlineData("Valeur eq 900.50", "B")]
    [InlineData("Valeur gt 410", "B E")]
    [InlineData("Valeur ge 410", "B A E")]
    [InlineData("Valeur lt 300", "D")]
    [InlineData("Valeur le 3e2", "D C")]
    [InlineData("Valeur eq BorneBasse", "B D C E")]
    [InlineData("Valeur gt BorneBasse", "A")]
    [InlineData("Indicateur eq 'ENF-1'", "A C E")]
    [InlineData("Indicateur lt 'ENF'", "B D")]
    [InlineData("Indicateur eq 'enf-1'", "")]
    [InlineData("Territoire eq '243300316 '", "")]
    [InlineData("Fictif", "D C")]
    [InlineData("Fictif eq true", "D C")]
    [InlineData("Fictif ne true", "B A E")]
    [InlineData("not Fictif", "B A E")]
    [InlineData("Fictif eq Provisoire", "B A D C")]
    [InlineData("Estimation gt false", "B")]
    [InlineData("Annee eq 2024 and Indicateur eq 'ENF-1'", "A C")]
    [InlineData("Annee eq 2025 or Valeur eq 0", "D E")]
    [InlineData("Annee eq 2025 or Valeur eq 0 and Annee eq 2025", "E")]
    [InlineData("(Annee eq 2025 or Valeur eq 0) and Fictif", "D")]
    [InlineData("not (Annee eq 2024 and Fictif)", "B A E")]
    [InlineData("true", "B A D C E")]
    [InlineData("false or Fictif", "D C")]
    [InlineData("(Annee eq 2025) eq true", "E")]
    [InlineData("(Annee eq 2025) ne true", "B A D C")]
    [InlineData("false eq (Annee eq 2025)", "B A D C")]
    [InlineData("'a' eq 'A'", "")]
    public async Task Comparisons_and_logic_choose_rows(string filter, string expected)
    {
        Assert.Equal(expected, await RowsAsync(filter));
    }

    [Theory]
    [InlineData("Cible eq null", "B")]
    [InlineData("null eq Cible", "B")]
    [InlineData("Cible ne null", "A D C E")]
    [InlineData("Valeur eq null", "")]
    [InlineData("Valeur ne null", "B A D C E")]
    [InlineData("Cible ne 420", "B D C E")]
    [InlineData("Cible gt 420", "D E")]
    [InlineData("Cible le 420", "A C")]
    [InlineData("not (Cible gt 420)", "B A C")]
    [InlineData("not (Cible le 420)", "B D E")]
    [InlineData("not (Cible eq 420)", "B D C E")]
    [InlineData("not (Cible ne 420)", "A")]
    [InlineData("not not (Cible gt 420)", "D E")]
    [InlineData("not (Cible gt 420 and Annee eq 2024)", "B A C E")]
    [InlineData("not (Cible gt 420 or Annee eq 2025)", "B A C")]
    [InlineData("Cible gt null", "")]
    [InlineData("not (Cible gt null)", "B A D C E")]
    [InlineData("null eq null", "B A D C E")]
    [InlineData("null ne null", "")]
    [InlineData("Cible eq TauxRealisation", "B")]
    [InlineData("Cible ne TauxRealisation", "A D C E")]
    [InlineData("not (Cible eq TauxRealisation)", "A D C E")]
    [InlineData("Cible gt TauxRealisation", "A D C E")]
    [InlineData("not (Cible gt TauxRealisation)", "B")]
    [InlineData("Cible gt Valeur", "A D")]
    [InlineData("not (Cible gt Valeur)", "B C E")]
    [InlineData("null", "")]
    [InlineData("not null", "")]
    [InlineData("null or true", "B A D C E")]
    [InlineData("Commentaire eq ''", "E")]
    [InlineData("Commentaire ne ''", "B A D C")]
    public async Task Null_equals_only_itself_and_orders_with_nothing(string filter, string expected)
    {
        Assert.Equal(expected, await RowsAsync(filter));
    }

    // What a function makes of null is null, and so is its negation: such a row is on neither side.
    [Theory]
    [InlineData("contains(Commentaire,'semestre')", "A")]
    [InlineData("not contains(Commentaire,'semestre')", "C E")]
    [InlineData("contains(Commentaire,'semestre') eq true", "A")]
    [InlineData("contains(Commentaire,'semestre') eq false", "C E")]
    [InlineData("contains(Commentaire,'semestre') ne true", "B D C E")]
    [InlineData("not contains(Commentaire,'semestre') or Annee eq 2024", "B A D C E")]
    [InlineData("contains(Commentaire,'')", "A C E")]
    [InlineData("contains(Commentaire,null)", "")]
    [InlineData("not contains(null,'a')", "")]
    [InlineData("startswith(Commentaire,'L''eau')", "C")]
    [InlineData("startswith(Commentaire,'eau')", "")]
    [InlineData("startswith(Commentaire,'')", "A C E")]
    [InlineData("startswith(Indicateur,'ENF')", "A C E")]
    [InlineData("contains('ENF-1 et ENF-2',Indicateur)", "A C E")]
    [InlineData("contains(Territoire,Region)", "")]
    [InlineData("contains(Commentaire,'COMPTÉ')", "")]
    [InlineData("contains(Commentaire,'Compté')", "A")]
    public async Task Functions_search_texts_and_keep_null_unknown(string filter, string expected)
    {
        Assert.Equal(expected, await RowsAsync(filter));
    }

    [Theory]
    [InlineData("contains(Commentaire,'%')", "A")]
    [InlineData("contains(Commentaire,'_')", "C")]
    [InlineData("contains(Commentaire,'[')", "C")]
    [InlineData("contains(Commentaire,'[a]')", "C")]
    [InlineData("contains(Commentaire,'\\')", "")]
    [InlineData("startswith(Commentaire,'%')", "")]
    [InlineData("startswith(Indicateur,'E_F')", "")]
    [InlineData("Indicateur eq ''' or 1=1 --'", "")]
    [InlineData("contains(Indicateur,''') or 1=1; --')", "")]
    [InlineData("Indicateur eq '@p0'", "")]
    [InlineData("Indicateur eq 'ENF-1''; DROP TABLE ReturnLine; --'", "")]
    [InlineData("Commentaire eq 'L''eau_bleue [a]'", "C")]
    public async Task Values_are_only_ever_values(string filter, string expected)
    {
        Assert.Equal(expected, await RowsAsync(filter));
        Assert.Equal("5", await host.TextAsync("Resultats/$count"));
    }

    [Theory]
    [InlineData("DeposeLe ge 2025-03-14T08:00:00Z", "D C E")]
    [InlineData("DeposeLe ge 2025-03-14T09:00:00.5+01:00", "D C E")]
    [InlineData("DeposeLe eq 2025-03-14T09:00:00.500+01:00", "D C")]
    [InlineData("DeposeLe gt 2025-03-14T08:00:00.5Z", "E")]
    [InlineData("DeposeLe gt 2025-03-14T08:00:00.4999999Z", "D C E")]
    [InlineData("DeposeLe ge 2025-03-14T08:00:00.5000001Z", "E")]
    [InlineData("DeposeLe le 2025-03-14T08:00:00.5000001Z", "B A D C")]
    [InlineData("DeposeLe eq 2025-03-14T08:00:00.5000001Z", "")]
    [InlineData("DeposeLe lt 2025-03-12T09:30:00.000Z", "")]
    [InlineData("DeposeLe le 2025-03-12T09:30:00.000Z", "B A")]
    [InlineData("2025-01-01T00:00:00.0000001Z ge 2025-01-01T00:00:00.0009999Z", "")]
    [InlineData("DeposeLe ge 2026-01-01", "E")]
    [InlineData("DeposeLe lt 9999-12-31T23:59:59.9999999Z", "B A D C E")]
    public async Task Instants_compare_as_time_does_whatever_their_offset_and_precision(string filter, string expected)
    {
        Assert.Equal(expected, await RowsAsync(filter.Replace("+", "%2B", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("$filter=contains(Nom,'Métropole') and CodeInsee eq null", "200054807 243300316")]
    [InlineData("%24filter=not(contains(Nom%2c%27A%27))", "211300553 243300316 246700488")]
    [InlineData("$filter=Nom+eq+'Marseille'", "211300553")]
    [InlineData("$filter=Nom+eq+'Marseille+'", "")]
    [InlineData("$filter=not(Nom+ne+'Marseille+')", "")]
    [InlineData("$filter=contains(Nom,'%C3%A9tropole%20d''Aix')", "200054807")]
    public async Task A_filter_is_read_however_it_is_encoded(string query, string expected)
    {
        var document = await host.JsonAsync("Territoires?" + query);
        Assert.Equal(expected, string.Join(' ',
            document.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Siren").GetString())));
    }

    [Fact]
    public async Task A_list_of_two_hundred_alternatives_is_answered()
    {
        var filter = string.Join(" or ", Enumerable.Range(1900, 200).Select(year => $"Annee eq {year}"));
        Assert.Equal("B A D C E", await RowsAsync(filter));
    }

    private async Task<string> RowsAsync(string filter) =>
        FeedData.LettersOf(await host.JsonAsync(
            "Resultats?$select=Annee,Territoire,Indicateur&$filter=" + filter.Replace("%'", "%25'", StringComparison.Ordinal)));
}
