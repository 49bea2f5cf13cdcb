using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    private const string Update = "REPORTING_UPDATE_OPENAPI";

    [Fact]
    public async Task The_document_served_is_the_verified_copy()
    {
        var copy = Path.Combine(Repository.Root, "openapi", "v1.json");
        var served = await DocumentAsync();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(copy, served + "\n");
        }

        Assert.True(
            (await File.ReadAllTextAsync(copy)).ReplaceLineEndings("\n").TrimEnd() == served.ReplaceLineEndings("\n").TrimEnd(),
            $"The contract has changed: read the difference, then run this test with {Update}=1 and commit openapi/v1.json.");
    }

    [Fact]
    public async Task Every_operation_has_a_summary_and_every_failure_is_a_problem()
    {
        using var document = JsonDocument.Parse(await DocumentAsync());
        var operations = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value).ToList();

        Assert.Equal(55, operations.Count);
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.All(
                operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] is '4' or '5'),
                response => Assert.Equal(
                    "#/components/schemas/Probleme",
                    response.Value.GetProperty("content").GetProperty("application/problem+json")
                        .GetProperty("schema").GetProperty("$ref").GetString()));
        });
    }

    [Fact]
    public async Task Every_member_of_every_schema_is_described()
    {
        using var document = JsonDocument.Parse(await DocumentAsync());
        var undescribed =
            from schema in document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject()
            where schema.Value.TryGetProperty("properties", out _)
            from property in schema.Value.GetProperty("properties").EnumerateObject()
            where !property.Value.TryGetProperty("description", out _)
            select $"{schema.Name}.{property.Name}";

        Assert.Empty(undescribed);
    }

    private static async Task<string> DocumentAsync()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        Assert.Equal("3.1.1", document.RootElement.GetProperty("openapi").GetString());
        return JsonSerializer.Serialize(document, Indented);
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
