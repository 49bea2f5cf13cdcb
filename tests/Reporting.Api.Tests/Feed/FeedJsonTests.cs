namespace Reporting.Api.Tests.Feed;

public class FeedJsonTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Fact]
    public async Task The_service_document_lists_the_sets_in_order()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata","value":[
            {"name":"Resultats","kind":"EntitySet","url":"Resultats"},
            {"name":"Contributions","kind":"EntitySet","url":"Contributions"},
            {"name":"Explications","kind":"EntitySet","url":"Explications"},
            {"name":"Trajectoires","kind":"EntitySet","url":"Trajectoires"},
            {"name":"Remontees","kind":"EntitySet","url":"Remontees"},
            {"name":"Territoires","kind":"EntitySet","url":"Territoires"},
            {"name":"Indicateurs","kind":"EntitySet","url":"Indicateurs"},
            {"name":"Axes","kind":"EntitySet","url":"Axes"},
            {"name":"Campagnes","kind":"EntitySet","url":"Campagnes"}]}
            """.ReplaceLineEndings(""),
            await host.TextAsync(""));
    }

    [Fact]
    public async Task The_service_document_answers_without_its_last_slash()
    {
        Assert.Equal(await host.TextAsync(""), await host.TextAsync(host.Root.TrimEnd('/')));
    }

    [Fact]
    public async Task A_set_is_written_in_the_order_of_its_key_with_every_property()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Campagnes","value":[
            {"Annee":2024,"Ouverture":"2025-02-28T23:00:00Z","Fermeture":"2025-03-31T22:00:00Z"},
            {"Annee":2025,"Ouverture":"2026-02-28T23:00:00Z","Fermeture":"2026-03-31T22:00:00Z"}]}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Campagnes"));
    }

    [Fact]
    public async Task A_result_is_found_by_its_key_and_accents_are_not_escaped()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Resultats/$entity",
            "Annee":2024,"Territoire":"243300316","Indicateur":"ENF-1","Axe":"enfance","Region":"75","Departement":"33",
            "Nature":"METRO","Unite":"familles","Cible":420,"Valeur":410,"BorneBasse":400,"ValeurComparable":410,
            "TauxRealisation":0.9762,"Statut":null,"Etat":"validee","Provisoire":false,"Estimation":false,"Rupture":false,
            "Commentaire":"Compté à 50 % au 1er semestre","Version":1,"VersionRegles":"2024.1",
            "DeposeLe":"2025-03-12T09:30:00Z","Fictif":false}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Resultats(Annee=2024,Territoire='243300316',Indicateur='ENF-1')"));
    }

    [Fact]
    public async Task A_single_key_is_given_without_its_name_or_with_it()
    {
        const string expected =
            """{"@odata.context":"http://hote/odata/v1/$metadata#Axes/$entity","Code":"emploi","Libelle":"Accès à l'emploi pour tous","Ordre":2}""";
        Assert.Equal(expected, await host.TextAsync("Axes('emploi')"));
        Assert.Equal(expected, await host.TextAsync("Axes(Code=%27emploi%27)"));
    }

    [Fact]
    public async Task Select_narrows_the_columns_and_the_context_in_the_order_asked_for()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Territoires(Nom,CodeInsee)","value":[
            {"@odata.id":"Territoires('211300553')","Nom":"Marseille","CodeInsee":"13055"},
            {"@odata.id":"Territoires('243300316')","Nom":"Bordeaux Métropole","CodeInsee":null}]}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Territoires?$select=Nom,CodeInsee&$skip=1&$top=2"));
        Assert.Equal(
            """{"@odata.context":"http://hote/odata/v1/$metadata#Axes(Ordre)/$entity","@odata.id":"Axes('emploi')","Ordre":2}""",
            await host.TextAsync("Axes('emploi')?$select=Ordre"));
    }

    [Theory]
    [InlineData("Axes?$select=Code,Ordre")]
    [InlineData("Resultats?$select=Indicateur,Territoire,Annee")]
    [InlineData("Resultats?$select=Annee,Valeur,Indicateur,Territoire&$expand=DimensionAxe($select=Code)")]
    public async Task A_row_whose_key_is_selected_is_told_by_it(string url) =>
        Assert.DoesNotContain("@odata.id", await host.TextAsync(url), StringComparison.Ordinal);

    [Fact]
    public async Task A_navigation_that_is_selected_alone_leaves_which_row_it_is() => Assert.Equal(
        """{"@odata.context":"http://hote/odata/v1/$metadata#Axes(Indicateurs)/$entity","@odata.id":"Axes('emploi')"}""",
        await host.TextAsync("Axes('emploi')?$select=Indicateurs"));

    [Fact]
    public async Task A_star_selects_everything()
    {
        Assert.Equal(await host.TextAsync("Axes"), await host.TextAsync("Axes?$select=*"));
    }

    [Fact]
    public async Task The_count_comes_before_the_rows_and_ignores_the_page()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Valeur)","@odata.count":3,"value":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Valeur":900.5}]}
            """,
            await host.TextAsync("Resultats?$select=Valeur&$filter=Valeur gt 400&$count=true&$top=1"));
        Assert.Equal(
            """{"@odata.context":"http://hote/odata/v1/$metadata#Axes","@odata.count":2,"value":[]}""",
            await host.TextAsync("Axes?$count=true&$top=0"));
    }

    [Theory]
    [InlineData("Resultats/$count", "5")]
    [InlineData("Resultats/$count?$filter=Valeur%20gt%20400", "3")]
    [InlineData("Axes/$count", "2")]
    public async Task The_count_of_a_set_is_plain_text(string url, string expected)
    {
        var response = await host.SendAsync(url, null, ("Accept", "application/json"));
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
    }

    [Fact]
    public async Task Decimals_and_counts_are_quoted_only_when_the_client_cannot_read_them_as_numbers()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Annee,Valeur,Cible)","@odata.count":"5","value":[{"@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')","Annee":2024,"Valeur":"900.5","Cible":null}]}
            """,
            await host.TextAsync("Resultats?$select=Annee,Valeur,Cible&$top=1&$count=true",
                ("Accept", "application/json;IEEE754Compatible=true")));
    }

    [Fact]
    public async Task Without_metadata_only_the_control_information_that_paging_needs_remains()
    {
        Assert.Equal(
            """{"@odata.count":2,"value":[{"Ordre":2}]}""",
            await host.TextAsync("Axes?$select=Ordre&$top=1&$count=true", ("Accept", "application/json;odata.metadata=none")));
    }

    [Fact]
    public async Task Full_metadata_adds_types_and_links()
    {
        Assert.Equal(
            """
            {"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Valeur,DeposeLe)","value":[{
            "@odata.type":"#Reporting.Resultat",
            "@odata.id":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')",
            "@odata.readLink":"Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')",
            "Valeur@odata.type":"#Decimal","Valeur":900.5,
            "DeposeLe@odata.type":"#DateTimeOffset","DeposeLe":"2025-03-12T09:30:00Z"}]}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Resultats?$select=Valeur,DeposeLe&$top=1", ("Accept", "application/json;odata.metadata=full")));
    }

    [Fact]
    public async Task Instants_keep_their_milliseconds_and_lose_their_zeros()
    {
        Assert.Equal(
            """
            {"value":[{"DeposeLe":"2025-03-12T09:30:00Z"},{"DeposeLe":"2025-03-12T09:30:00Z"},{"DeposeLe":"2025-03-14T08:00:00.5Z"},
            {"DeposeLe":"2025-03-14T08:00:00.5Z"},{"DeposeLe":"2026-03-02T10:15:30.123Z"}]}
            """.ReplaceLineEndings(""),
            await host.TextAsync("Resultats?$select=DeposeLe", ("Accept", "application/json;odata.metadata=none")));
    }
}
