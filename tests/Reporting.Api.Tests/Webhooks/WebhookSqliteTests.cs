using System.Text;
using Microsoft.Data.Sqlite;
using Reporting.Api.Tests.Hosting;
using Reporting.Store;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.Webhooks;

public sealed class WebhookSqliteTests
{
    [Fact]
    public async Task Its_secret_is_nowhere_in_the_store()
    {
        await using var service = new RunningService();
        using var rennes = await service.ClientAsync("metropole", RunningService.Rennes);
        using var answer = await rennes.PostAsync(
            Of($"/v1/territoires/{RunningService.Rennes}/webhooks"), RunningService.Json("""{"url":"https://exemple.fr/"}"""));
        var secret = (await ReadAsync(answer)).GetProperty("secret").GetString()!["whsec_".Length..];

        var stored = await StoredAsync(service.Get<StoreOptions>().ConnectionString);
        Assert.Contains("https://exemple.fr/", stored);
        Assert.DoesNotContain(secret, stored);
        Assert.DoesNotContain(Encoding.Latin1.GetString(Convert.FromBase64String(secret)), stored);
    }

    private static async Task<string> StoredAsync(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        var text = new StringBuilder();
        foreach (var part in (string[])[file, $"{file}-wal"])
        {
            await using var store = File.Open(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(store, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
