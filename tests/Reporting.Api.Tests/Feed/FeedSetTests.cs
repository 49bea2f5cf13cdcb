namespace Reporting.Api.Tests.Feed;

/// <summary>What stands behind the results, in the rows that the tests know.</summary>
public class FeedSetTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Contributions?$filter=Annee eq 2024 and Territoire eq '243300316'",
        """
        {"Annee":2024,"Territoire":"243300316","Indicateur":"ENF-1","Rang":1,"Action":"1.1","IndicateurLocal":null,"Libelle":"Familles hébergées","Effectif":420,"Retenu":400,"Doublons":null},
        {"Annee":2024,"Territoire":"243300316","Indicateur":"ENF-1","Rang":2,"Action":"1.2","IndicateurLocal":"L1","Libelle":null,"Effectif":10,"Retenu":10,"Doublons":null}
        """)]
    [InlineData("Explications",
        """
        {"Annee":2024,"Territoire":"243300316","Indicateur":"ENF-1","Rang":1,"Regle":"ENF1-SUITE","Clause":"Annexe 6, ENF-1","Effet":-20,"Texte":"20 contacts sans solution proposée ôtés"},
        {"Annee":2025,"Territoire":"243300316","Indicateur":"ENF-1","Rang":1,"Regle":"G-DOUBLONS","Clause":"Annexe 6","Effet":-64.75,"Texte":"Doublons ôtés"}
        """)]
    [InlineData("Trajectoires",
        """
        {"Territoire":"243300316","Indicateur":"EMP-1","Annee":2024,"T0":null,"Cible":900.5},
        {"Territoire":"243300316","Indicateur":"ENF-1","Annee":2024,"T0":380,"Cible":420}
        """)]
    [InlineData("Remontees",
        """
        {"Annee":2024,"Territoire":"243300316","Etat":"validee","Version":1,"DeposeLe":"2025-03-12T09:30:00Z","ValideeLe":"2025-04-02T09:30:00Z","LignesAttendues":2,"LignesDonnees":2},
        {"Annee":2024,"Territoire":"246700488","Etat":"deposee","Version":2,"DeposeLe":"2025-03-14T08:00:00.5Z","ValideeLe":null,"LignesAttendues":null,"LignesDonnees":0},
        {"Annee":2025,"Territoire":"243300316","Etat":"deposee","Version":1,"DeposeLe":"2026-03-02T10:15:30.123Z","ValideeLe":null,"LignesAttendues":null,"LignesDonnees":0}
        """)]
    public async Task Each_set_holds_what_is_in_force(string url, string rows)
    {
        Assert.Equal(
            $$"""{"@odata.context":"http://hote/odata/v1/$metadata#{{url.Split('?')[0]}}","value":[{{rows.ReplaceLineEndings("")}}]}""",
            await host.TextAsync(url));
    }
}
