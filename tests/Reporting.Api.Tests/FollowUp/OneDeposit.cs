using Reporting.Api.Tests.Hosting;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.FollowUp;

/// <summary>A contract of two indicators for Rennes, and its 2025 return, whole or in part.</summary>
internal static class OneDeposit
{
    public const string Whole = """{"indicateurs":[{"code":"DRO-5","cible":1,"valeur":1},{"code":"DRO-6","cible":1,"valeur":1}]}""";
    public const string Partial = """{"indicateurs":[{"code":"DRO-6","cible":1,"valeur":1}]}""";

    private const string Contract =
        """
        {"actions":[{"numero":"3.1","intitule":"Logement","indicateurs":["DRO-5","DRO-6"]}],
         "trajectoires":[{"indicateur":"DRO-5","cibles":{"2024":1,"2025":1,"2026":1,"2027":1}},{"indicateur":"DRO-6","cibles":{"2024":1,"2025":1,"2026":1,"2027":1}}]}
        """;

    /// <summary>Posts and deposits as the client, which is that of Rennes.</summary>
    public static async Task MakeAsync(RunningService service, HttpClient rennes)
    {
        await SignAsync(service);
        await SendAsync(rennes, HttpMethod.Put, Route, Whole);
        await SendAsync(rennes, HttpMethod.Post, $"{Route}/depot", null);
    }

    public static async Task SignAsync(RunningService service)
    {
        using var dgcs = await service.ClientAsync("dgcs");
        await SendAsync(dgcs, HttpMethod.Put, $"/v1/contrats/{RunningService.Rennes}", Contract);
    }

    public static async Task SendAsync(HttpClient client, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, Of(path)) { Content = body is null ? null : RunningService.Json(body) };
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
