using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>What the cases work on: one return of one territory in a sandbox, and who acts on it.</summary>
internal sealed class Bench(
    ServiceClient owner, ServiceClient? reviewer, ServiceClient nobody, int year, string territory, string foreignTerritory,
    IReadOnlyList<string> contracted)
{
    private readonly string _mark = Guid.NewGuid().ToString("N")[..12];
    private int _returns;

    public ServiceClient Owner => owner;

    public ServiceClient Reviewer => reviewer ?? throw new InvalidOperationException("This case needs a reviewer.");

    public ServiceClient Nobody => nobody;

    public IReadOnlyList<string> Contracted => contracted;

    public string Return { get; } = $"v1/remontees/{year}/{territory}";

    public string ForeignReturn { get; } = $"v1/remontees/{year}/{foreignTerritory}";

    /// <summary>A whole return that no run has posted before.</summary>
    public JsonObject NewReturn() => TrialReturn.Of(contracted, $"Essai de conformité {_mark}-{++_returns}");

    public static Task<Answer> SendAsync(
        ServiceClient by, HttpMethod method, string path, string? body, (string Name, string Value)[] headers, CancellationToken cancel) =>
        by.SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(method, path);
                if (body is not null)
                    request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                foreach (var (name, value) in headers)
                    request.Headers.TryAddWithoutValidation(name, value);
                return request;
            },
            cancel);

    public static Task<Answer> GetAsync(ServiceClient by, string path, CancellationToken cancel) =>
        SendAsync(by, HttpMethod.Get, path, null, [], cancel);

    public Task<Answer> PutAsync(JsonObject body, CancellationToken cancel, params (string, string)[] headers) =>
        SendAsync(owner, HttpMethod.Put, Return, body.ToJsonString(), headers, cancel);

    public static Task<Answer> PostAsync(
        ServiceClient by, string path, JsonObject? body, CancellationToken cancel, params (string, string)[] headers) =>
        SendAsync(by, HttpMethod.Post, path, body?.ToJsonString(), headers, cancel);

    /// <summary>The return as it stands; null when there is none yet.</summary>
    public async Task<Answer?> CurrentAsync(CancellationToken cancel)
    {
        var answer = await GetAsync(owner, Return, cancel);
        return answer.Status is HttpStatusCode.NotFound ? null : Expect.Status(answer, HttpStatusCode.OK);
    }

    /// <summary>Posts over whatever is there.</summary>
    public async Task<Answer> PostOverAsync(JsonObject body, CancellationToken cancel)
    {
        var current = await CurrentAsync(cancel);
        return Expect.Success(await PutAsync(
            body, cancel, current is null ? ("If-None-Match", "*") : ("If-Match", current.RequiredETag)));
    }

    /// <summary>Posts and deposits a whole return that is new.</summary>
    public async Task<Answer> DepositNewAsync(CancellationToken cancel)
    {
        var posted = await PostOverAsync(NewReturn(), cancel);
        return Expect.State(
            Expect.Success(await PostAsync(owner, $"{Return}/depot", null, cancel, ("If-Match", posted.RequiredETag))), StoredReturn.Deposited);
    }
}
