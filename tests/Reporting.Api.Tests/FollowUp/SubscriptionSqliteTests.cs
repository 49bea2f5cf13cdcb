using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.FollowUp;

/// <summary>What the file of an embedded store gives away of a subscription.</summary>
[Collection(Alone.Name)]
public sealed class SubscriptionSqliteTests : IDisposable
{
    private readonly RunningService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Its_key_is_neither_in_the_logs_nor_in_the_store()
    {
        var written = Console.Out;
        await using var log = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(log));
        try
        {
            using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
            var address = new Uri((await SubscriptionTests.CreateAsync(rennes, null)).GetProperty("calendrier").GetString()!);
            using var nobody = await _service.ClientAsync();
            await nobody.GetStringAsync(address);
            var key = address.Query["?cle=".Length..];
            Assert.Equal(43, key.Length);
            // A request is logged once it is answered.
            for (var wait = 0; wait < 250 && !log.ToString().Contains("/v1/abonnements/calendrier.ics", StringComparison.Ordinal); wait++)
            {
                await Task.Delay(20);
            }

            Assert.Contains("/v1/abonnements/calendrier.ics", log.ToString());
            Assert.DoesNotContain(key, log.ToString());
            using var store = File.Open(
                new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(_service.Get<Store.StoreOptions>().ConnectionString).DataSource + "-wal",
                FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(store, System.Text.Encoding.Latin1);
            var stored = await text.ReadToEndAsync();
            Assert.Contains(Domain.Digest.Of(key), stored);
            Assert.DoesNotContain(key, stored);
        }
        finally
        {
            Console.SetOut(written);
        }
    }
}
