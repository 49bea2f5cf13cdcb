namespace Reporting.Api.Tests.Feed;

/// <summary>One property of one entity, by itself.</summary>
public class FeedValueTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    private const string Result = "Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')";

    [Theory]
    [InlineData("Axes('emploi')/Libelle", """{"@odata.context":"http://hote/odata/v1/$metadata#Axes('emploi')/Libelle","value":"Accès à l'emploi pour tous"}""")]
    [InlineData("Axes(Code='emploi')/Ordre", """{"@odata.context":"http://hote/odata/v1/$metadata#Axes('emploi')/Ordre","value":2}""")]
    [InlineData(Result + "/Valeur",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')/Valeur","value":900.5}""")]
    [InlineData(Result + "/Valeur?$format=application/json;odata.metadata=full",
        """{"@odata.context":"http://hote/odata/v1/$metadata#Resultats(Annee=2024,Territoire='243300316',Indicateur='EMP-1')/Valeur","@odata.type":"#Decimal","value":900.5}""")]
    [InlineData(Result + "/Valeur?$format=application/json;odata.metadata=none;IEEE754Compatible=true", """{"value":"900.5"}""")]
    [InlineData(Result + "/Estimation?$format=application/json;odata.metadata=none", """{"value":true}""")]
    public async Task A_property_is_a_document_of_its_own(string url, string expected)
    {
        Assert.Equal(expected, await host.TextAsync(url));
    }

    [Theory]
    [InlineData("Axes('emploi')/Libelle/$value", "Accès à l'emploi pour tous")]
    [InlineData("Axes('emploi')/Ordre/$value", "2")]
    [InlineData(Result + "/Valeur/$value", "900.5")]
    [InlineData(Result + "/Estimation/$value", "true")]
    [InlineData(Result + "/Provisoire/$value", "false")]
    [InlineData(Result + "/DeposeLe/$value", "2025-03-12T09:30:00Z")]
    [InlineData("Resultats(Annee=2025,Territoire='243300316',Indicateur='ENF-1')/Commentaire/$value", "")]
    public async Task A_raw_value_is_plain_text(string url, string expected)
    {
        var response = await host.SendAsync(url, null, ("Accept", "application/json"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData(Result + "/Cible")]
    [InlineData(Result + "/Cible/$value")]
    [InlineData("Territoires('243300316')/CodeInsee")]
    public async Task A_null_is_no_content(string url)
    {
        var response = await host.SendAsync(url);
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("Resultats(Indicateur='EMP-1',Annee=2024,Territoire='243300316')")]
    [InlineData("Resultats(Annee=2024, Territoire='243300316', Indicateur='EMP-1')")]
    [InlineData("Resultats(Annee%3D2024%2CTerritoire%3D%27243300316%27%2CIndicateur%3D%27EMP-1%27)")]
    [InlineData("Resultats%28Annee=2024,Territoire='243300316',Indicateur='%45MP-1'%29")]
    public async Task The_parts_of_a_key_come_in_any_order_and_encoding(string url)
    {
        Assert.Equal(await host.TextAsync(Result), await host.TextAsync(url));
    }

    [Theory]
    [InlineData("Axes('l''a%2Fl%27%27b')", "Saisons")]
    [InlineData("Axes('a%2Bb')", "Plus")]
    [InlineData("Axes('a+b')", "Plus")]
    [InlineData("Axes('a)b')", "Parenthèse")]
    [InlineData("Axes('a%25b')", "Pour cent")]
    [InlineData("Axes('a%3Fb')", "Question")]
    [InlineData("Axes(@a)?@a='l''a/l''b'", "Saisons")]
    [InlineData("Axes(@a)?@a='l''a%2Fl%27%27b'", "Saisons")]
    [InlineData("Axes(@a)?@a='a%2Bb'", "Plus")]
    [InlineData("Axes(@a)?@a='a)b'", "Parenthèse")]
    public async Task A_key_may_hold_any_character(string url, string label)
    {
        await using var keys = new OddKeys();
        await keys.InitializeAsync();
        Assert.Equal(label, (await keys.JsonAsync(url)).GetProperty("Libelle").GetString());
    }

    [Theory]
    [InlineData("Axes('été')")]
    [InlineData("Axes('%C3%A9t%C3%A9')")]
    [InlineData("Axes('😀')")]
    [InlineData("Axes('%ff')")]
    [InlineData("Axes('emplo%C4%B1')")]
    public async Task A_key_of_no_row_is_not_found_whatever_it_is_written_with(string url)
    {
        Assert.Equal(404, (int)(await host.SendAsync(url)).StatusCode);
    }

    [Fact]
    public async Task The_identity_that_full_metadata_gives_is_a_URL_that_answers()
    {
        await using var keys = new OddKeys();
        await keys.InitializeAsync();
        var rows = (await keys.JsonAsync("Axes", ("Accept", "application/json;odata.metadata=full"))).GetProperty("value");
        foreach (var row in rows.EnumerateArray())
        {
            var found = await keys.JsonAsync(row.GetProperty("@odata.id").GetString()!);
            Assert.Equal(row.GetProperty("Libelle").GetString(), found.GetProperty("Libelle").GetString());
        }
    }

    private sealed class OddKeys() : FeedHost(
        """
        INSERT INTO Axis (Code, Label, Position) VALUES
            ('l''a/l''b', 'Saisons', 1), ('a+b', 'Plus', 2), ('a)b', 'Parenthèse', 3), ('a%b', 'Pour cent', 4), ('a?b', 'Question', 5);
        """), IAsyncDisposable
    {
        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
