namespace Reporting.Api.Tests.Feed;

// The rows of Resultats:
//   B 2024 Bordeaux   EMP-1  900.5   commentaire null
//   A 2024 Bordeaux   ENF-1  410     "Compté à 50 % au 1er semestre"
//   D 2024 Strasbourg EMP-1  0       commentaire null
//   C 2024 Strasbourg ENF-1  300     "L'eau_bleue [a]"
//   E 2025 Bordeaux   ENF-1  455.25  ""
public class FeedPathTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("DimensionTerritoire/Nom eq 'Bordeaux Métropole'", "B A E")]
    [InlineData("contains(DimensionTerritoire/Nom,'Strasbourg') and DimensionIndicateur/Ordre eq 2", "D")]
    [InlineData("DimensionIndicateur/DimensionAxe/Libelle eq 'Accès à l''emploi pour tous'", "B D")]
    [InlineData("DimensionIndicateur/DimensionAxe/Code eq DimensionAxe/Code", "B A D C E")]
    [InlineData("DimensionTerritoire/CodeInsee eq null", "B A D C E")]
    [InlineData("DimensionTerritoire eq null", "")]
    [InlineData("DimensionTerritoire ne null", "B A D C E")]
    [InlineData("year(DimensionCampagne/Ouverture) sub Annee eq 1 and DimensionCampagne/Annee eq 2025", "E")]
    [InlineData("DimensionTerritoire/Resultats/any(r:r/Annee eq 2025)", "B A E")]
    [InlineData("DimensionTerritoire/Resultats/any(r:r/Annee gt $it/Annee)", "B A")]
    [InlineData("DimensionIndicateur/Resultats/$count eq 2", "B D")]
    public async Task A_result_is_chosen_by_what_it_leads_to(string filter, string expected) =>
        Assert.Equal(expected, FeedData.LettersOf(
            await host.JsonAsync("Resultats?$select=Annee,Territoire,Indicateur&$filter=" + filter)));

    [Theory]
    [InlineData("Resultats/any()", "243300316 246700488")]
    [InlineData("not Resultats/any()", "200054807 211300553")]
    [InlineData("Resultats/any(r:r/Valeur gt 400)", "243300316")]
    [InlineData("Resultats/all(r:r/Valeur lt 400)", "200054807 211300553 246700488")]
    [InlineData("Resultats/all(r:contains(r/Commentaire,'eau'))", "200054807 211300553")]
    [InlineData("not Resultats/all(r:not contains(r/Commentaire,'x'))", "243300316 246700488")]
    [InlineData("Resultats/any(r:r/DimensionIndicateur/Unite eq 'personnes' and r/Cible eq null)", "243300316")]
    [InlineData("Resultats/any(r:r/DimensionIndicateur/Resultats/any(s:s/Valeur eq r/Cible sub 120))", "243300316")]
    [InlineData("Resultats/$count eq 3", "243300316")]
    [InlineData("Resultats/$count($filter=Fictif) eq 2", "246700488")]
    [InlineData("Resultats/any(r:startswith($it/Nom,'Euro') and r/Fictif)", "246700488")]
    public async Task A_territory_is_chosen_by_its_results(string filter, string expected)
    {
        var document = await host.JsonAsync("Territoires?$filter=" + filter);
        Assert.Equal(expected, string.Join(' ',
            document.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Siren").GetString())));
    }

    [Theory]
    [InlineData("Resultats?$filter=DimensionTerritoire/Inconnu eq 1")]
    [InlineData("Territoires?$filter=Resultats/Valeur eq 1")]
    [InlineData("Territoires?$filter=Resultats/any(r:Nom eq r)")]
    public async Task A_path_that_leads_nowhere_is_400(string url) =>
        Assert.Equal(400, (int)(await host.SendAsync(url)).StatusCode);
}
