using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Microsoft.OData.Edm.Vocabularies;

namespace Reporting.Api.Tests.Feed;

public class FeedMetadataTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Fact]
    public async Task The_model_reads_back_and_is_valid()
    {
        var model = await ModelAsync();
        Assert.True(model.Validate(out var errors), string.Join('\n', errors));
        Assert.Equal(
            ["Resultats", "Contributions", "Explications", "Trajectoires", "Remontees", "Territoires", "Indicateurs", "Axes", "Campagnes"],
            model.EntityContainer.EntitySets().Select(set => set.Name));
    }

    [Theory]
    [InlineData("Resultats", "Annee,Territoire,Indicateur")]
    [InlineData("Contributions", "Annee,Territoire,Indicateur,Rang")]
    [InlineData("Explications", "Annee,Territoire,Indicateur,Rang")]
    [InlineData("Trajectoires", "Territoire,Indicateur,Annee")]
    [InlineData("Remontees", "Annee,Territoire")]
    [InlineData("Territoires", "Siren")]
    [InlineData("Indicateurs", "Code")]
    [InlineData("Axes", "Code")]
    [InlineData("Campagnes", "Annee")]
    public async Task Each_set_has_its_key(string set, string key)
    {
        Assert.Equal(key, string.Join(',', (await TypeAsync(set)).Key().Select(property => property.Name)));
    }

    [Theory]
    [InlineData("Resultats", "Annee", "[Edm.Int32 Nullable=False]")]
    [InlineData("Resultats", "Territoire", "[Edm.String Nullable=False MaxLength=9 Unicode=True]")]
    [InlineData("Resultats", "Cible", "[Edm.Decimal Nullable=True Precision=18 Scale=2]")]
    [InlineData("Resultats", "Valeur", "[Edm.Decimal Nullable=True Precision=18 Scale=2]")]
    [InlineData("Resultats", "TauxRealisation", "[Edm.Decimal Nullable=True Precision=18 Scale=4]")]
    [InlineData("Resultats", "Commentaire", "[Edm.String Nullable=True MaxLength=4000 Unicode=True]")]
    [InlineData("Resultats", "DeposeLe", "[Edm.DateTimeOffset Nullable=False Precision=3]")]
    [InlineData("Resultats", "Fictif", "[Edm.Boolean Nullable=False]")]
    [InlineData("Territoires", "CodeInsee", "[Edm.String Nullable=True MaxLength=5 Unicode=True]")]
    [InlineData("Territoires", "SignataireJusqua", "[Edm.Int32 Nullable=True]")]
    [InlineData("Indicateurs", "Libelle", "[Edm.String Nullable=False MaxLength=400 Unicode=True]")]
    [InlineData("Campagnes", "Fermeture", "[Edm.DateTimeOffset Nullable=False Precision=3]")]
    public async Task Types_are_exact(string set, string property, string expected)
    {
        Assert.Equal(expected, (await TypeAsync(set)).FindProperty(property).Type.ToString());
    }

    [Fact]
    public async Task Every_set_and_property_is_described()
    {
        var model = await ModelAsync();
        foreach (var set in model.EntityContainer.EntitySets())
        {
            Assert.EndsWith(".", model.GetDescriptionAnnotation(set), StringComparison.Ordinal);
            Assert.All(set.EntityType.Properties(), property =>
                Assert.EndsWith(".", model.GetDescriptionAnnotation(property), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Facts_lead_to_their_dimensions_and_back_by_their_keys_and_none_contains_the_other()
    {
        var model = await ModelAsync();
        var results = model.FindDeclaredEntitySet("Resultats");
        Assert.Equal(
            [
                "DimensionTerritoire -> Territoires by Territoire=Siren, partner Resultats",
                "DimensionIndicateur -> Indicateurs by Indicateur=Code, partner Resultats",
                "DimensionAxe -> Axes by Axe=Code, partner Resultats",
                "DimensionCampagne -> Campagnes by Annee=Annee, partner Resultats",
                "Remontee -> Remontees by Annee=Annee,Territoire=Territoire, partner Resultats",
            ],
            results.EntityType.NavigationProperties().Where(property => !property.Type.IsCollection()).Select(property =>
                $"{property.Name} -> {results.FindNavigationTarget(property).Name} by "
                + string.Join(',', property.ReferentialConstraint.PropertyPairs.Select(pair => $"{pair.DependentProperty.Name}={pair.PrincipalProperty.Name}"))
                + $", partner {property.Partner.Name}"));
        foreach (var set in model.EntityContainer.EntitySets())
        {
            Assert.All(set.EntityType.NavigationProperties(), property =>
            {
                Assert.False(property.ContainsTarget);
                Assert.IsAssignableFrom<IEdmEntitySet>(set.FindNavigationTarget(property));
                Assert.Equal(property, property.Partner.Partner);
            });
        }
    }

    [Theory]
    [InlineData("TopSupported", true)]
    [InlineData("SkipSupported", true)]
    [InlineData("IndexableByKey", true)]
    [InlineData("ComputeSupported", true)]
    public async Task Each_set_says_what_it_supports(string term, bool expected)
    {
        var model = await ModelAsync();
        foreach (var set in model.EntityContainer.EntitySets())
        {
            var supported = AnnotationOf(model, set, "Org.OData.Capabilities.V1." + term);
            Assert.Equal(expected, ((IEdmBooleanConstantExpression)supported).Value);
        }
    }

    [Fact]
    public async Task The_only_column_that_does_not_sort_is_declared()
    {
        var model = await ModelAsync();
        var sorting = AnnotationOf(model, model.FindDeclaredEntitySet("Resultats"), "Org.OData.Capabilities.V1.SortRestrictions");
        var columns = (IEdmCollectionExpression)((IEdmRecordExpression)sorting).FindProperty("NonSortableProperties").Value;
        Assert.Equal("Commentaire", Assert.Single(columns.Elements.Cast<IEdmPathExpression>()).Path);
    }

    [Fact]
    public async Task Every_navigation_of_every_set_expands_as_is_declared()
    {
        var model = await ModelAsync();
        foreach (var set in model.EntityContainer.EntitySets())
        {
            Assert.True(Flag(AnnotationOf(model, set, "Org.OData.Capabilities.V1.ExpandRestrictions"), "Expandable"));
            foreach (var navigation in set.EntityType.NavigationProperties())
            {
                var page = await host.JsonAsync($"{set.Name}?$top=1&$expand={navigation.Name}");
                Assert.True(page.GetProperty("value")[0].TryGetProperty(navigation.Name, out _), $"{set.Name}/{navigation.Name}");
            }
        }
    }

    [Fact]
    public async Task Expansion_is_declared_to_the_depth_that_it_goes_to()
    {
        var model = await ModelAsync();
        var restrictions = (IEdmRecordExpression)AnnotationOf(model, model.FindDeclaredEntitySet("Territoires"), "Org.OData.Capabilities.V1.ExpandRestrictions");
        var most = (int)((IEdmIntegerConstantExpression)restrictions.FindProperty("MaxLevels").Value).Value;
        Assert.Equal(200, (int)(await host.SendAsync($"Territoires?$expand=TerritoireContenant($levels={most})")).StatusCode);
        Assert.Equal(400, (int)(await host.SendAsync($"Territoires?$expand=TerritoireContenant($levels={most + 1})")).StatusCode);
    }

    [Fact]
    public async Task Search_is_declared_where_there_are_texts_and_those_are_named()
    {
        var model = await ModelAsync();
        foreach (var set in model.EntityContainer.EntitySets())
        {
            var searchable = Flag(AnnotationOf(model, set, "Org.OData.Capabilities.V1.SearchRestrictions"), "Searchable");
            Assert.Equal(searchable ? 200 : 501, (int)(await host.SendAsync($"{set.Name}?$search=mars")).StatusCode);
            Assert.Equal(searchable, model.GetLongDescriptionAnnotation(set)?.Contains("$search cherche", StringComparison.Ordinal) is true);
        }
    }

    [Fact]
    public async Task The_version_that_is_spoken_is_declared()
    {
        var model = await ModelAsync();
        Assert.Equal("4.0", ((IEdmStringConstantExpression)AnnotationOf(model, model.EntityContainer, "Org.OData.Core.V1.ODataVersions")).Value);
    }

    [Fact]
    public async Task Batches_are_declared_in_the_formats_that_they_are_read_in()
    {
        var model = await ModelAsync();
        var batches = AnnotationOf(model, model.EntityContainer, "Org.OData.Capabilities.V1.BatchSupport");
        Assert.True(Flag(batches, "Supported"));
        Assert.True(Flag(batches, "ContinueOnErrorSupported"));
        Assert.False(Flag(batches, "ReferencesInRequestBodiesSupported"));
        Assert.False(Flag(batches, "RequestDependencyConditionsSupported"));
        Assert.Equal(
            ["application/json", "multipart/mixed"],
            ((IEdmCollectionExpression)((IEdmRecordExpression)batches).FindProperty("SupportedFormats").Value)
                .Elements.Cast<IEdmStringConstantExpression>().Select(format => format.Value));
    }

    [Theory]
    [InlineData("Resultats", "Cible,Valeur,BorneBasse,ValeurComparable", "Unite")]
    [InlineData("Contributions", "Effectif,Retenu,Doublons", "DimensionIndicateur/Unite")]
    [InlineData("Explications", "Effet", "DimensionIndicateur/Unite")]
    [InlineData("Trajectoires", "T0,Cible", "DimensionIndicateur/Unite")]
    [InlineData("Territoires", "", "")]
    public async Task Figures_lead_to_the_unit_that_they_count(string set, string figures, string unit)
    {
        var model = await ModelAsync();
        var units = model.FindDeclaredEntitySet(set).EntityType.StructuralProperties()
            .Select(property => (property.Name, Unit: model
                .FindVocabularyAnnotations<IEdmVocabularyAnnotation>(property, "Org.OData.Measures.V1.Unit").SingleOrDefault()))
            .Where(property => property.Unit is not null)
            .ToList();
        Assert.Equal(figures, string.Join(',', units.Select(property => property.Name)));
        Assert.All(units, property => Assert.Equal(unit, ((IEdmPathExpression)property.Unit!.Value).Path));
        if (unit.Length > 0)
        {
            var path = unit.Replace("/", "($select=", StringComparison.Ordinal);
            var query = path.Length == unit.Length ? "$select=" + unit : "$expand=" + path + ")";
            var row = (await host.JsonAsync($"{set}?$top=1&{query}")).GetProperty("value")[0];
            var value = unit.Split('/').Aggregate(row, (at, step) => at.GetProperty(step));
            Assert.Contains(value.GetString(), (string[])["familles", "personnes"]);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=1.0,application/xml;q=0.1")]
    [InlineData("application/json,*/*;q=0.1")]
    public async Task Metadata_is_XML_unless_nothing_but_JSON_is_wanted(string? accept)
    {
        var response = await host.SendAsync("$metadata", null, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal("application/xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith(
            """<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" """,
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$metadata", "application/json")]
    [InlineData("$metadata", "application/json;odata.metadata=minimal,text/plain")]
    [InlineData("$metadata?$format=json", "application/xml")]
    [InlineData("$metadata?$format=application/json", null)]
    public async Task Metadata_is_JSON_when_asked_for_as_such(string url, string? accept)
    {
        var response = await host.SendAsync(url, null, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var csdl = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("Reporting.Flux", csdl.GetProperty("$EntityContainer").GetString());
        var result = csdl.GetProperty("Reporting").GetProperty("Resultat");
        Assert.Equal("EntityType", result.GetProperty("$Kind").GetString());
        Assert.Equal(["Annee", "Territoire", "Indicateur"], result.GetProperty("$Key").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(
            """{"$Type":"Edm.Decimal","$Nullable":true,"$Precision":18,"$Scale":2,"@Core.Description":"Cible de l'année.","@Org.OData.Measures.V1.Unit":{"$Path":"Unite"}}""",
            result.GetProperty("Cible").GetRawText());
    }

    private static IEdmExpression AnnotationOf(IEdmModel model, IEdmVocabularyAnnotatable target, string term) =>
        Assert.Single(model.FindVocabularyAnnotations<IEdmVocabularyAnnotation>(target, term)).Value;

    private static bool Flag(IEdmExpression record, string property) =>
        ((IEdmBooleanConstantExpression)((IEdmRecordExpression)record).FindProperty(property).Value).Value;

    private async Task<IEdmEntityType> TypeAsync(string set) =>
        (await ModelAsync()).FindDeclaredEntitySet(set).EntityType;

    private async Task<IEdmModel> ModelAsync()
    {
        using var xml = XmlReader.Create(new StringReader(await host.TextAsync("$metadata")));
        // The vocabularies are built into the reader: what the document references is not fetched.
        Assert.True(CsdlReader.TryParse(xml, _ => null, out var model, out var errors), string.Join('\n', errors));
        return model;
    }
}
