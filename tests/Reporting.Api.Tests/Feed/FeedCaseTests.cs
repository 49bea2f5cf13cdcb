namespace Reporting.Api.Tests.Feed;

/// <summary>The words of OData in any case, as version 4.01 lets clients write them, and the names of the model in their own.</summary>
public class FeedCaseTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Resultats?$filter=Valeur GT 300 AND NOT (Valeur Ge 900)", "Resultats?$filter=Valeur gt 300 and not (Valeur ge 900)")]
    [InlineData("Resultats?$filter=STARTSWITH(Territoire,'2467') Or ToLower(Indicateur) EQ 'emp-1'", "Resultats?$filter=startswith(Territoire,'2467') or tolower(Indicateur) eq 'emp-1'")]
    [InlineData("Resultats?$filter=Annee IN (2025,2030) OR Valeur MUL 2 EQ 820", "Resultats?$filter=Annee in (2025,2030) or Valeur mul 2 eq 820")]
    [InlineData("Resultats?$filter=CAST(Annee,Edm.String) eq '2025' or Cible Eq null", "Resultats?$filter=cast(Annee,Edm.String) eq '2025' or Cible eq null")]
    [InlineData("Resultats?$filter=DeposeLe LT NOW() and Year(DeposeLe) NE 2026", "Resultats?$filter=DeposeLe lt now() and year(DeposeLe) ne 2026")]
    [InlineData("Resultats?$orderby=Valeur DESC,Annee Asc", "Resultats?$orderby=Valeur desc,Annee asc")]
    [InlineData("Resultats?$compute=Valeur Sub Cible AS Ecart&$filter=Ecart LE 0&$select=Ecart", "Resultats?$compute=Valeur sub Cible as Ecart&$filter=Ecart le 0&$select=Ecart")]
    [InlineData("Resultats?$filter=Commentaire IN ('a IN (b)','L''eau_bleue [a]')", "Resultats?$filter=Commentaire in ('a IN (b)','L''eau_bleue [a]')")]
    [InlineData("Resultats?$filter=@a&@a=Annee IN (2025)", "Resultats?$filter=@a&@a=Annee in (2025)")]
    [InlineData("Indicateurs?$expand=Resultats(Filter=Annee IN (2025))", "Indicateurs?$expand=Resultats($filter=Annee in (2025))")]
    [InlineData("Territoires?$filter=Resultats/ANY(r:r/Valeur gt 900) or Resultats/All(r:r/Annee eq 2024)", "Territoires?$filter=Resultats/any(r:r/Valeur gt 900) or Resultats/all(r:r/Annee eq 2024)")]
    [InlineData("Resultats?$expand=Contributions($FILTER=Rang eq 1;ORDERBY=Rang Desc;top=1;$Count=true;SELECT=Rang)", "Resultats?$expand=Contributions($filter=Rang eq 1;$orderby=Rang desc;$top=1;$count=true;$select=Rang)")]
    [InlineData("Axes?$expand=Indicateurs(EXPAND=Resultats(Skip=1;compute=Annee ADD 1 AS N;select=N))", "Axes?$expand=Indicateurs($expand=Resultats($skip=1;$compute=Annee add 1 as N;$select=N))")]
    [InlineData("Territoires?$expand=TerritoireContenant(LEVELS=max)", "Territoires?$expand=TerritoireContenant($levels=max)")]
    [InlineData("Axes?$expand=Indicateurs(SEARCH=familles)", "Axes?$expand=Indicateurs($search=familles)")]
    [InlineData("Resultats?$apply=FILTER(Annee eq 2024)/GroupBy((Indicateur),AGGREGATE(Valeur WITH SUM AS S,Cible With CountDistinct As C,$COUNT as N))/Compute(S ADD 1 AS T)", "Resultats?$apply=filter(Annee eq 2024)/groupby((Indicateur),aggregate(Valeur with sum as S,Cible with countdistinct as C,$count as N))/compute(S add 1 as T)")]
    public async Task Operators_functions_and_options_are_written_in_any_case(string url, string plain)
    {
        var expected = await host.JsonAsync(plain, ("Accept", "application/json;odata.metadata=none"));
        Assert.NotEqual(0, expected.GetProperty("value").GetArrayLength());
        Assert.Equal(expected.ToString(), (await host.JsonAsync(url, ("Accept", "application/json;odata.metadata=none"))).ToString());
    }

    [Theory]
    [InlineData("resultats", 404)]
    [InlineData("Territoires(siren='243300316')", 400)]
    [InlineData("Territoires('243300316')/nom", 404)]
    [InlineData("Territoires('243300316')/resultats", 404)]
    [InlineData("Resultats?$filter=valeur gt 1", 400)]
    [InlineData("Resultats?$filter=dimensionTerritoire/Nom eq ''", 400)]
    [InlineData("Resultats?$filter=DimensionTerritoire/nom eq ''", 400)]
    [InlineData("Resultats?$orderby=valeur", 400)]
    [InlineData("Resultats?$select=valeur", 400)]
    [InlineData("Resultats?$expand=contributions", 400)]
    [InlineData("Resultats?$compute=valeur mul 2 as D", 400)]
    [InlineData("Resultats?$compute=Valeur mul 2 as D&$select=d", 400)]
    [InlineData("Resultats?$apply=groupby((annee))", 400)]
    [InlineData("Resultats?$apply=groupby((Annee))&$select=annee", 400)]
    [InlineData("Resultats?$apply=CONCAT(IDENTITY,identity)", 501)]
    public async Task Names_of_the_model_are_written_as_they_are(string url, int status)
    {
        var response = await host.SendAsync(url);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
