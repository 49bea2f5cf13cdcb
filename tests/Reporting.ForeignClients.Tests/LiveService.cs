using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Reporting.ForeignClients.Tests;

/// <summary>The service in a process of its own, with the sample data in a store of its own, and a reader's token.</summary>
public sealed class LiveService : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting-clients-");
    private Process? _process;

    public HttpClient Client { get; } = new();

    /// <summary>The service root of the feed.</summary>
    public Uri Root => new(Client.BaseAddress!, "odata/v1/");

    public string Token { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Service()])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Store__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "store.db")}",
                ["Reporting__Now"] = "2026-03-15T12:00:00Z",
            },
        };
        _process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(_longestStart);
        Client.BaseAddress = await AddressAsync(_process.StandardOutput, patience.Token);
        var answer = await Client.GetFromJsonAsync<JsonElement>(new Uri("dev/jetons/lecteur", UriKind.Relative), patience.Token);
        Token = answer.GetProperty("jeton").GetString()!;
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        while (!(await Client.GetAsync(new Uri(Root, "Axes/$count"), patience.Token)).IsSuccessStatusCode)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static async Task<Uri> AddressAsync(StreamReader log, CancellationToken cancel)
    {
        while (await log.ReadLineAsync(cancel) is { } line)
        {
            var at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                // Read on, so that the service never waits for its log to be taken.
                _ = log.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The service ended before it listened.");
    }

    // Beside this assembly's own, in the same configuration.
    private static string Service()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var repository = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(repository.FullName, "src", "Reporting.Api", "bin", output.Parent.Name, output.Name, "Reporting.Api.dll");
    }
}
