using System.Text.Json;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Returns;

/// <summary>One service in the middle of the 2025 campaign for all the tests of a class, without sample data.</summary>
public sealed class OpenCampaign : IAsyncLifetime
{
    internal const string Route = $"/v1/remontees/2025/{RunningService.Rennes}";

    internal RunningService Service { get; } = new();

    internal HttpClient Metropole { get; private set; } = null!;

    public async Task InitializeAsync() => Metropole = await Service.ClientAsync("metropole", RunningService.Rennes);

    public async Task DisposeAsync()
    {
        Metropole.Dispose();
        await Service.DisposeAsync();
    }

    internal static Uri Of(string path) => new(path, UriKind.Relative);

    internal static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        using var document = await JsonDocument.ParseAsync(body);
        return document.RootElement.Clone();
    }
}
