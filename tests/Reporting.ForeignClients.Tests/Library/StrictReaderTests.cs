using System.Globalization;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Validation;

namespace Reporting.ForeignClients.Tests.Library;

/// <summary>A strict reader of version 4.0 reads every set, whatever is asked of it.</summary>
[Collection(LiveServices.Name)]
public sealed class StrictReaderTests(LiveService service)
{
    private readonly StrictReader _reader = new(service);

    [Fact]
    public async Task The_model_is_valid()
    {
        Assert.True((await _reader.ModelAsync()).Validate(out var errors), string.Join('\n', errors));
    }

    [Fact]
    public async Task The_service_document_lists_the_sets_of_the_model()
    {
        Assert.Equal(
            (await SetsAsync()).Select(set => set.Name),
            (await _reader.ServiceDocumentAsync()).EntitySets.Select(set => set.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?$top=3")]
    [InlineData("?$top=0&$count=true")]
    [InlineData("?$skip=1&$top=2&$count=true")]
    [InlineData("?$select={0}")]
    [InlineData("?$select={1},{0}")]
    [InlineData("?$select=*")]
    [InlineData("?$orderby={0} desc,{1}")]
    [InlineData("?$filter={0} eq null or not ({0} eq null)")]
    [InlineData("?$filter={0} ne null and {1} ne null&$orderby={1} desc&$top=5&$count=true&$select={0}")]
    [InlineData("?filter={0} ne null&TOP=2")]
    public async Task Every_set_is_read_in_every_format(string options)
    {
        foreach (var set in await SetsAsync())
        {
            var names = set.EntityType().StructuralProperties().Select(property => (object)property.Name).ToArray();
            var url = set.Name + string.Format(CultureInfo.InvariantCulture, options, names);
            var (_, expected) = await _reader.PageAsync(url, set);
            foreach (var format in (string[])
                ["odata.metadata=full", "IEEE754Compatible=true", "odata.metadata=full;IEEE754Compatible=true"])
            {
                var (_, rows) = await _reader.PageAsync(url, set, $"application/json;{format}");
                Assert.Equal(expected.Select(Text), rows.Select(Text));
            }
        }
    }

    [Fact]
    public async Task Every_set_has_every_declared_property_and_no_other()
    {
        foreach (var set in await SetsAsync())
        {
            var declared = set.EntityType().StructuralProperties().Select(property => property.Name).ToList();
            var (_, rows) = await _reader.PageAsync(set.Name, set);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(declared, row.Properties.Select(property => property.Name)));
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_to_the_last_row()
    {
        foreach (var set in await SetsAsync())
        {
            var (whole, expected) = await _reader.PageAsync($"{set.Name}?$count=true", set);
            var size = Math.Max(1, expected.Count / 3);
            var rows = new List<string>();
            for (var next = new Uri(set.Name, UriKind.Relative); next is not null;)
            {
                var page = await _reader.PageAsync(next.OriginalString, set, prefer: $"odata.maxpagesize={size}");
                rows.AddRange(page.Rows.Select(Text));
                next = page.Set.NextPageLink;
            }

            Assert.Equal(whole.Count, rows.Count);
            Assert.Equal(expected.Select(Text), rows);
        }
    }

    [Fact]
    public async Task Every_entity_is_found_where_full_metadata_says_that_it_is()
    {
        foreach (var set in await SetsAsync())
        {
            var (_, rows) = await _reader.PageAsync($"{set.Name}?$top=2", set, "application/json;odata.metadata=full");
            foreach (var row in rows)
            {
                Assert.Equal(row.Id, row.ReadLink);
                var found = await _reader.EntityAsync(row.Id.OriginalString, set);
                Assert.Equal(Text(row), Text(found));
                foreach (var property in found.Properties.Where(property => property.Value is not null))
                {
                    var type = set.EntityType().FindProperty(property.Name).Type;
                    Assert.Equal(property.Value, (await _reader.PropertyAsync($"{row.Id}/{property.Name}", type)).Value);
                }
            }
        }
    }

    [Fact]
    public async Task Nulls_left_out_are_read_as_absent()
    {
        foreach (var set in await SetsAsync())
        {
            var (_, rows) = await _reader.PageAsync($"{set.Name}?$top=5", set, prefer: "omit-values=nulls");
            Assert.All(rows, row => Assert.All(row.Properties, property => Assert.NotNull(property.Value)));
        }
    }

    [Theory]
    [InlineData("odata.metadata=minimal")]
    [InlineData("odata.metadata=full")]
    public async Task The_rows_within_rows_are_those_of_their_own_set(string format)
    {
        foreach (var set in await SetsAsync())
        {
            var (_, plain) = await _reader.PageAsync($"{set.Name}?$top=20", set);
            foreach (var step in set.EntityType().NavigationProperties().Where(property => !property.Type.IsCollection()))
            {
                var target = (IEdmEntitySet)set.FindNavigationTarget(step);
                var (_, targets) = await _reader.PageAsync(target.Name, target);
                var known = targets.Select(Text).ToHashSet();
                var (_, rows) = await _reader.PageAsync($"{set.Name}?$top=20&$expand={step.Name}", set, $"application/json;{format}");
                Assert.Subset(known.Concat(plain.Select(Text)).ToHashSet(), rows.Select(Text).ToHashSet());
                if (!step.Type.IsNullable)
                {
                    Assert.Equal(plain.Select(Text), rows.Select(Text).Where((_, at) => at % 2 == 1));
                    Assert.Subset(known, rows.Select(Text).Where((_, at) => at % 2 == 0).ToHashSet());
                }
            }
        }
    }

    [Theory]
    [InlineData("Inconnu")]
    [InlineData("Axes?$filter=Absente eq 1")]
    [InlineData("Axes?$deltatoken=1")]
    [InlineData("Axes?$format=atom")]
    public async Task An_error_is_read(string url)
    {
        var error = await _reader.ErrorAsync(url);
        Assert.NotEmpty(error.ErrorCode);
        Assert.NotEmpty(error.Message);
    }

    private static string Text(Microsoft.OData.ODataResource row) => string.Join(
        ';', row.Properties.Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Name}={property.Value}")));

    private async Task<IReadOnlyList<IEdmEntitySet>> SetsAsync() => [.. (await _reader.ModelAsync()).EntityContainer.EntitySets()];
}
