using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Api.Tests.Idempotency;

namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>One service in which everything that the table's routes can name is there for Rennes.</summary>
public sealed class MatrixTarget : IAsyncLifetime
{
    private const string Absent = "018f0000-0000-7000-8000-000000000001";

    private static readonly WriteRoute[] Made =
    [
        WriteRoutes.Named("PUT /v1/contrats/{siren}"), WriteRoutes.Named("PUT /v1/remontees/{annee:int}/{siren}"),
        WriteRoutes.Named("POST /v1/remontees/{annee:int}/{siren}/depot"),
        WriteRoutes.Named("POST /v1/remontees/{annee:int}/{siren}/commentaires"),
        WriteRoutes.Named("POST /v1/campagnes/{annee:int}/territoires/{siren}/derogations"),
        WriteRoutes.Named("POST /v1/territoires/{siren}/abonnements"), WriteRoutes.Named("POST /v1/territoires/{siren}/webhooks"),
        WriteRoutes.Named("POST /v1/territoires/{siren}/webhooks/{id:guid}/essai"),
        WriteRoutes.Named("POST /v1/habilitations"), WriteRoutes.Named("POST /v1/cles-de-lecture"),
    ];

    private readonly Dictionary<MatrixCaller, HttpClient> _clients = [];
    private readonly Dictionary<string, string> _ids = [];
    private string _key = "";
    private string _event = "";

    private Instances Running { get; } = new();

    internal RunningService Service => Running[0];

    public async Task InitializeAsync()
    {
        foreach (var write in Made)
        {
            var path = write.Path.Replace(WriteRoute.Created, IdUnder(write.Route.Split(' ')[1]), StringComparison.Ordinal);
            var given = await Running.SendAsync(write with { Path = path });
            Assert.True(given.IsSuccess, given.Body);
            Note(write.Route, JsonDocument.Parse(given.Body).RootElement);
        }

        foreach (var caller in MatrixCaller.Single.Concat(MatrixCaller.Dual))
        {
            _clients[caller] = await Service.ClientAsync(caller.Role, caller.Scope);
        }
    }

    public Task DisposeAsync() => Running.DisposeAsync().AsTask();

    internal Task<IReadOnlyList<string>> WritesAsync() => Running.WritesAsync();

    /// <summary>Sends a row's request about Rennes or another territory, and about what is there or what is not.</summary>
    internal async Task<MatrixAnswer> SendAsync(
        MatrixRow row, MatrixCaller caller, string siren = RunningService.Rennes, bool absentId = false)
    {
        using var request = new HttpRequestMessage(new(row.Method), new Uri(PathOf(row, siren, absentId), UriKind.Relative));
        request.Content = BodyOf(row);
        return await MatrixAnswer.ToAsync(_clients[caller], request);
    }

    private void Note(string route, JsonElement answer)
    {
        var made = route[route.IndexOf('/', StringComparison.Ordinal)..];
        if (answer.TryGetProperty("id", out var id))
        {
            _ids[made] = id.GetString()!;
        }

        if (answer.TryGetProperty("calendrier", out var calendar))
        {
            _key = calendar.GetString()!.Split("cle=")[1];
        }

        if (answer.TryGetProperty("evenement", out var queued))
        {
            _event = queued.GetString()!;
        }
    }

    private string PathOf(MatrixRow row, string siren, bool absentId)
    {
        return (row.Pattern + row.Query)
            .Replace("{siren}", siren, StringComparison.Ordinal)
            .Replace("{annee:int}", "2025", StringComparison.Ordinal)
            .Replace("{code}", "DRO-5", StringComparison.Ordinal)
            .Replace("{id:guid}", absentId ? Absent : IdUnder(row.Pattern), StringComparison.Ordinal)
            .Replace("{evenement}", absentId ? "evt_0" : _event, StringComparison.Ordinal)
            .Replace("{cle}", _key, StringComparison.Ordinal)
            .Replace("{role}", "lecteur", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
    }

    private string? IdUnder(string pattern) =>
        _ids.Where(made => pattern.StartsWith(made.Key + "/{id:guid}", StringComparison.Ordinal))
            .Select(made => made.Value).SingleOrDefault();

    private static HttpContent? BodyOf(MatrixRow row) =>
        row.Route is "POST /v1/decomptes" ? new StringContent("action;indicateur;personne;date\n3.1;DRO-6;p1;2025-05-05\n", Encoding.UTF8, "text/csv")
        : row.Route is "POST /v1/remontees/{annee:int}/{siren}/simulation" ? RunningService.Json("""{ "indicateurs": [] }""")
        : row.Route is "POST /odata/v1/$batch" ? RunningService.Json("""{ "requests": [ { "id": "1", "method": "get", "url": "Axes" } ] }""")
        : WriteRoutes.All.SingleOrDefault(write => write.Route == row.Route)?.Body is { } body ? RunningService.Json(body)
        : null;
}
