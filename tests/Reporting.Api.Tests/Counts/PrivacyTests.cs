using System.Text;
using Microsoft.Data.Sqlite;
using Reporting.Api.Tests.Hosting;
using Reporting.Store;
using static Reporting.Api.Tests.Counts.PostedCounts;

namespace Reporting.Api.Tests.Counts;

/// <summary>
/// Plants a name in every free column of records that are counted, rejected and refused in every way, then looks for
/// it wherever the service writes: its answers, its store, its logs at their most talkative, the temporary folder.
/// </summary>
[Collection(Alone.Name)]
public sealed class PrivacyTests
{
    private readonly string _secret = $"zzq{Guid.NewGuid():N}";

    [Fact]
    public async Task Nothing_that_records_say_is_answered_stored_logged_or_left_behind()
    {
        var before = TemporaryEntries().ToHashSet();
        var console = Console.Out;
        using var log = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(log));
        try
        {
            await PostAndLookAsync(before);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains("/v1/decomptes", log.ToString());
        Assert.Contains("Request starting", log.ToString());
        Assert.DoesNotContain(_secret, log.ToString(), StringComparison.OrdinalIgnoreCase);
        AssertAbsent(TemporaryEntries().Where(entry => !before.Contains(entry)));
    }

    private async Task PostAndLookAsync(HashSet<string> before)
    {
        await using var service = new RunningService(settings:
            [("Serilog:MinimumLevel:Default", "Verbose"), ("Serilog:MinimumLevel:Override:Microsoft", "Verbose")]);
        using var client = await service.MetropoleAsync();
        foreach (var (content, expected) in Posted())
        {
            using var answer = await client.PostAsync(new Uri("/v1/decomptes?annee=2025", UriKind.Relative), content);
            Assert.Equal(expected, (int)answer.StatusCode);
            Assert.DoesNotContain(_secret, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(_secret, answer.Headers.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        AssertAbsent(TemporaryEntries().Where(entry => !before.Contains(entry)).Append(StoreFile(service.Get<StoreOptions>().ConnectionString)));
    }

    private IEnumerable<(HttpContent Content, int Expected)> Posted()
    {
        var good = Records + $"3.1;DRO-6;{_secret};{_secret};2025-05-05;;\n";
        var plain = $"{Header}3.1;DRO-6;{_secret};{_secret};2025-05-05;;\n";
        yield return (Body(good), 200);
        yield return (Body(good, encoding: "gzip"), 200);
        yield return (Body($$"""{"action":"3.1","indicateur":"DRO-6","personne":"{{_secret}}","date":"2025-05-05"}""", Ndjson), 200);

        // Rejected: each cell unreadable in its turn, a field too many, text after a quote, bytes that are not UTF-8.
        string[] cells = ["3.1", "DRO-6", "p", "m", "2025-05-05", "", "1"];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var faulty = cells.ToArray();
            faulty[cell] = cell is 2 or 3 ? _secret + _secret : _secret;
            yield return (Body($"{Header}{string.Join(';', faulty)}\n"), cell == 5 ? 200 : 422);
        }

        yield return (Body($"{plain}3.1;DRO-6;{_secret};;2025-05-05;;;{_secret}\n"), 422);
        yield return (Body($"{plain}\"3.1\"{_secret};DRO-6;{_secret};;2025-05-05;;\n"), 422);
        yield return (Body([.. Encoding.UTF8.GetBytes($"{plain}3.1;DRO-6;{_secret}"), 0xFF, .. ";;2025-05-05;;\n"u8]), 422);
        yield return (Body($"{{\"personne\":\"{_secret}\",", Ndjson), 422);
        yield return (Body($"[\"{_secret}\"]", Ndjson), 422);
        yield return (Body($"{{\"personne\":{{\"{_secret}\":\"{_secret}\"}}}}", Ndjson), 422);

        // Refused: no header, so that a person is where column names should be; a quote never closed; a stream cut short.
        yield return (Body($"{plain}3.1;DRO-6;\"{_secret};;2025-05-05;;\n"), 400);
        yield return (Body($"3.1;DRO-6;{_secret};{_secret};2025-05-05;;\n"), 400);
        yield return (Body($"{Header}3.1;DRO-6;\"{_secret}{new string('x', 200_000)}"), 400);
        yield return (Body(Compress(Encoding.UTF8.GetBytes(good), "gzip")[..^9], encoding: "gzip"), 400);
        yield return (Body(good, "text/plain"), 415);
    }

    private void AssertAbsent(IEnumerable<string> entries)
    {
        var secret = Encoding.UTF8.GetBytes(_secret);
        foreach (var file in entries.SelectMany(Files).Where(HoldsSomething))
        {
            Assert.True(ReadShared(file).AsSpan().IndexOf(secret) < 0, $"{file} holds what a record said.");
        }
    }

    private static IEnumerable<string> TemporaryEntries() => Directory.EnumerateFileSystemEntries(Path.GetTempPath());

    private static string StoreFile(string connectionString) =>
        connectionString.StartsWith("Data Source=/", StringComparison.Ordinal) ? new SqliteConnectionStringBuilder(connectionString).DataSource : "";

    /// <summary>A folder's files, or the file and its journals; what others remove meanwhile, or keep to themselves, is not ours.</summary>
    private static string[] Files(string entry) => Unless<string[]>([], () =>
        Directory.Exists(entry)
            ? Directory.GetFiles(entry, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            : [.. new[] { entry, entry + "-wal", entry + "-shm" }.Where(File.Exists)]);

    // A pipe, which reading would wait on, holds nothing either.
    private static bool HoldsSomething(string file) => new FileInfo(file) is { Exists: true, Length: > 0 };

    private static byte[] ReadShared(string file) => Unless<byte[]>([], () =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    });

    private static T Unless<T>(T gone, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return gone;
        }
    }
}
