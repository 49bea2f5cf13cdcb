using System.Globalization;
using Microsoft.OData.Edm;

namespace Reporting.ForeignClients.Tests.Library;

/// <summary>A strict reader of version 4.0 finds within rows what their navigation properties lead to.</summary>
[Collection(LiveServices.Name)]
public sealed class StrictCollectionTests(LiveService service)
{
    private readonly StrictReader _reader = new(service);

    [Theory]
    [InlineData("odata.metadata=minimal")]
    [InlineData("odata.metadata=full")]
    [InlineData("odata.metadata=minimal;IEEE754Compatible=true")]
    public async Task Every_collection_within_rows_is_that_of_its_own_path(string format)
    {
        foreach (var set in (await _reader.ModelAsync()).EntityContainer.EntitySets())
        {
            foreach (var step in set.EntityType().NavigationProperties().Where(property => property.Type.IsCollection()))
            {
                var target = (IEdmEntitySet)set.FindNavigationTarget(step);
                var rows = (await _reader.RowsAsync($"{set.Name}?$top=3&$expand={step.Name}($count=true)", set, $"application/json;{format}")).Rows;
                Assert.NotEmpty(rows);
                foreach (var row in rows)
                {
                    var within = row.Within[step.Name];
                    var reached = await _reader.RowsAsync($"{Id(set, row)}/{step.Name}?$count=true", target);
                    Assert.Equal(reached.Rows.Select(one => $"{one}"), within.Rows.Select(one => $"{one}"));
                    Assert.Equal((reached.Told!.Count, null), (within.Told!.Count, within.Told.NextPageLink));
                }
            }
        }
    }

    [Fact]
    public async Task A_collection_cut_short_says_where_it_goes_on()
    {
        var model = await _reader.ModelAsync();
        var (axes, results) = (model.FindDeclaredEntitySet("Axes"), model.FindDeclaredEntitySet("Resultats"));
        const string options = "$select=Annee,Territoire,Indicateur,Valeur;$filter=Valeur gt 0;$orderby=Valeur desc";
        var axis = Assert.Single((await _reader.RowsAsync($"Axes?$top=1&$expand=Resultats({options})", axes, prefer: "odata.maxpagesize=7")).Rows).Within["Resultats"];
        Assert.Equal(7, axis.Rows.Count);
        var rows = axis.Rows.Select(row => $"{row}").ToList();
        for (var next = axis.Told!.NextPageLink; next is not null;)
        {
            var page = await _reader.RowsAsync(next.OriginalString, results);
            rows.AddRange(page.Rows.Select(row => $"{row}"));
            next = page.Told!.NextPageLink;
        }

        var code = (string)(await _reader.RowsAsync("Axes?$top=1", axes)).Rows[0].Row.Properties.First().Value;
        var whole = await _reader.RowsAsync($"Axes('{code}')/Resultats?{options.Replace(';', '&')}", results);
        Assert.True(whole.Rows.Count > 7);
        Assert.Equal(whole.Rows.Select(row => $"{row}"), rows);
    }

    [Theory]
    [InlineData("Axes?$expand=Indicateurs($expand=Resultats($top=2;$expand=Contributions,DimensionTerritoire($expand=Remontees)))")]
    [InlineData("Territoires?$select=Siren,Nom&$expand=Resultats($count=true;$top=0),TerritoiresContenus($levels=max)")]
    // A count without its rows (/$count) is of 4.01: this library, of before it, does not read it.
    [InlineData("Campagnes?$expand=Resultats($compute=Valeur mul 2 as Double;$top=3;$select=Valeur)")]
    public async Task Whatever_is_nested_is_read(string url)
    {
        var set = (await _reader.ModelAsync()).FindDeclaredEntitySet(url.Split('?')[0]);
        Assert.NotEmpty((await _reader.RowsAsync(url, set)).Rows);
    }

    private static string Id(IEdmEntitySet set, ReadRow row) => $"{set.Name}({string.Join(',', set.EntityType().Key().Select(key =>
        row.Row.Properties.Single(property => property.Name == key.Name).Value is var value && value is string
            ? $"{key.Name}='{value}'"
            : string.Create(CultureInfo.InvariantCulture, $"{key.Name}={value}")))})";
}
