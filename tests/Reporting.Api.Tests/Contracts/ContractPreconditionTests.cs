using System.Net;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Contracts;

public sealed class ContractPreconditionTests
{
    private const string Route = $"/v1/contrats/{RunningService.Bordeaux}";

    [Fact]
    public async Task A_contract_that_another_changed_meanwhile_is_not_overwritten()
    {
        await using var service = new RunningService();
        using var dgcs = await service.ClientAsync("dgcs");
        Assert.Equal(HttpStatusCode.Created, await PutAsync(dgcs, "Aller vers", "If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(dgcs, "Aller vers les familles", "If-Match", "\"1\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutAsync(dgcs, "Aller au-devant", "If-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutAsync(dgcs, "Aller au-devant", "If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(dgcs, "Aller au-devant", "If-Match", "2"));
        Assert.Contains("Aller vers les familles", await dgcs.GetStringAsync(new Uri(Route, UriKind.Relative)), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string title, string header, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Route)
        {
            Content = RunningService.Json($$$"""
                { "actions": [ { "numero": "1.1", "intitule": "{{{title}}}", "indicateurs": ["ENF-1"] } ],
                  "trajectoires": [ { "indicateur": "ENF-1", "cibles": { "2024": 1, "2025": 2, "2026": 3, "2027": 4 } } ] }
                """),
        };
        request.Headers.TryAddWithoutValidation(header, tag);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
