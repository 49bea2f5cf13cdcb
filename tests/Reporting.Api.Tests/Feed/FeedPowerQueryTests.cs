namespace Reporting.Api.Tests.Feed;

/// <summary>
/// The conversation that Power Query's OData.Feed has with a service, with the headers that it sends and in its order,
/// each answer to the letter.
/// </summary>
public class FeedPowerQueryTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string Json = "Content-Type: application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8";

    private static readonly (string, string)[] Headers =
    [
        ("Accept",
            "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,"
            + "application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7"),
        ("MaxDataServiceVersion", "3.0"),
        ("OData-MaxVersion", "4.0"),
        ("User-Agent", "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)"),
        ("Prefer", "odata.include-annotations=\"*\""),
    ];

    [Fact]
    public async Task Credentials_are_tried_at_the_root_whatever_the_options()
    {
        Assert.StartsWith($"200\nOData-Version: 4.0\n{Json}\n", await AnswerAsync(HttpMethod.Get, ""), StringComparison.Ordinal);
        Assert.Equal($"200\nOData-Version: 4.0\n{Json}\n\n", await AnswerAsync(HttpMethod.Head, ""));
    }

    [Fact]
    public async Task The_model_is_XML_although_JSON_is_preferred()
    {
        var answer = await AnswerAsync(HttpMethod.Get, "$metadata");
        Assert.StartsWith("200\nOData-Version: 4.0\nContent-Type: application/xml;charset=utf-8\n\n<?xml version=\"1.0\" encoding=\"utf-8\"?><edmx:Edmx Version=\"4.0\" ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_asks_for_a_thousand_rows()
    {
        Assert.Equal(
            $$"""
            200
            OData-Version: 4.0
            {{Json}}

            {"@odata.context":"http://hote/odata/v1/$metadata#Campagnes","value":[{"Annee":2024,"Ouverture":"2025-02-28T23:00:00Z","Fermeture":"2025-03-31T22:00:00Z"},{"Annee":2025,"Ouverture":"2026-02-28T23:00:00Z","Fermeture":"2026-03-31T22:00:00Z"}]}
            """.ReplaceLineEndings("\n"),
            await AnswerAsync(HttpMethod.Get, "Campagnes?$top=1000"));
    }

    [Theory]
    [InlineData(
        "Territoires?%24filter=not(contains(Nom%2c%27M%27))&%24select=Nom",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Territoires(Nom)","value":[{"@odata.id":"Territoires('246700488')","Nom":"Eurométropole de Strasbourg"}]}""")]
    [InlineData(
        "Territoires?%24filter=not(contains(Nom%2c%27M%C3%A9%27))&%24select=Siren%2CNom&%24orderby=Nom",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Territoires(Siren,Nom)","value":[{"Siren":"246700488","Nom":"Eurométropole de Strasbourg"},{"Siren":"211300553","Nom":"Marseille"}]}""")]
    [InlineData(
        "Resultats?%24filter=DeposeLe%20ge%202025-03-14T00%3A00%3A00%2B01%3A00%20and%20Cible%20ne%20null&%24orderby=Valeur%20desc"
        + "&%24select=Annee%2CTerritoire%2CValeur&%24top=2&%24count=true",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Annee,Territoire,Valeur)","@odata.count":3,"value":[{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Annee":2025,"Territoire":"243300316","Valeur":455.25},{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='ENF-1')","Annee":2024,"Territoire":"246700488","Valeur":300}]}""")]
    [InlineData(
        "Resultats?$filter=Annee eq 2024 and Indicateur eq 'ENF-1' and Estimation eq false&$skip=1&$top=1&$select=Territoire,Valeur",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Territoire,Valeur)","value":[{"@odata.id":"Resultats(Annee=2024,Territoire='246700488',Indicateur='ENF-1')","Territoire":"246700488","Valeur":300}]}""")]
    [InlineData(
        "Indicateurs?$expand=DimensionAxe",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Indicateurs","value":[{"Code":"EMP-1","Axe":"emploi","Libelle":"Personnes accompagnées","Unite":"personnes","Periode":"annee","Ordre":2,"DimensionAxe":{"Code":"emploi","Libelle":"Accès à l'emploi pour tous","Ordre":2}},{"Code":"ENF-1","Axe":"enfance","Libelle":"Familles hébergées repérées","Unite":"familles","Periode":"annee","Ordre":1,"DimensionAxe":{"Code":"enfance","Libelle":"Prévenir la pauvreté dès l'enfance","Ordre":1}}]}""")]
    [InlineData(
        "Resultats?$expand=DimensionTerritoire($select=Nom)&$select=Valeur%2CDimensionTerritoire&$top=1",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Valeur,DimensionTerritoire(Nom))","value":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Valeur":900.5,"DimensionTerritoire":{"@odata.id":"Territoires('243300316')","Nom":"Bordeaux Métropole"}}]}""")]
    [InlineData(
        "Explications?%24filter=Effet%20lt%20-50&%24expand=Resultat(%24select%3DValeur%2CDeposeLe)&%24select=Effet%2CResultat",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Explications(Effet,Resultat(Valeur,DeposeLe))","value":[{"@odata.id":"Explications(Annee=2025,Territoire='243300316',Indicateur='ENF-1',Rang=1)","Effet":-64.75,"Resultat":{"@odata.id":"Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')","Valeur":455.25,"DeposeLe":"2026-03-02T10:15:30.123Z"}}]}""")]
    public async Task What_it_folds_into_a_URL_is_answered(string url, string body)
    {
        Assert.Equal($"200\nOData-Version: 4.0\n{Json}\n\n{body}", await AnswerAsync(HttpMethod.Get, url));
    }

    [Fact]
    public async Task The_number_of_rows_is_answered_in_plain_text()
    {
        Assert.Equal(
            "200\nOData-Version: 4.0\nContent-Type: text/plain;charset=utf-8\n\n2",
            await AnswerAsync(HttpMethod.Get, "Resultats/$count?$filter=Fictif eq true"));
    }

    [Fact]
    public async Task Further_pages_are_fetched_where_the_link_says_with_the_same_headers()
    {
        var page = await host.JsonAsync("Territoires?$select=Siren", [.. Headers, ("Prefer", "odata.maxpagesize=3")]);
        var link = page.GetProperty("@odata.nextLink").GetString()!;
        Assert.StartsWith("http://hote/odata/v1/Territoires?$select=Siren&$skiptoken=", link, StringComparison.Ordinal);
        Assert.Equal(
            $$"""200{{"\n"}}OData-Version: 4.0{{"\n"}}{{Json}}{{"\n\n"}}{"@odata.context":"http://hote/odata/v1/$metadata#Territoires(Siren)","value":[{"Siren":"246700488"}]}""",
            await AnswerAsync(HttpMethod.Get, link["http://hote/odata/v1/".Length..]));
    }

    [Fact]
    public async Task A_refusal_is_an_error_that_it_can_show()
    {
        Assert.Equal(
            $$$"""404{{{"\n"}}}OData-Version: 4.0{{{"\n"}}}{{{Json}}}{{{"\n\n"}}}{"error":{"code":"ressource-inconnue","message":"Cette ressource n'existe pas. Le document de service donne la liste des jeux de données."}}""",
            await AnswerAsync(HttpMethod.Get, "Inconnu"));
    }

    // Status, the headers that the protocol is about as they were sent, and the body.
    private async Task<string> AnswerAsync(HttpMethod method, string url)
    {
        var response = await host.SendAsync(url, method, Headers);
        var versions = string.Concat(response.Headers.NonValidated["OData-Version"].Select(version => $"OData-Version: {version}\n"));
        var type = response.Content.Headers.NonValidated["Content-Type"];
        var body = (await response.Content.ReadAsStringAsync()).Replace(host.Root, "http://hote/odata/v1/", StringComparison.Ordinal);
        return $"{(int)response.StatusCode}\n{versions}Content-Type: {type}\n\n{body}";
    }
}
