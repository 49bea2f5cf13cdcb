using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads all the sources into a store, on as many threads as asked: each in turn takes a chunk, then counts it.</summary>
internal sealed class RecordReading(
    IReadOnlyList<ParticipationSource> sources, CountingOptions options, int chunkBytes, KeyStore store, ReadingJournal journal)
{
    private readonly long[] _records = new long[Catalogue.Indicators.All.Count];

    /// <summary>Readable records of each indicator.</summary>
    public IReadOnlyList<long> Records => _records;

    /// <summary>The categories on readable records of EMP-1 and of TES-2 funded by <c>emploi</c>.</summary>
    public RecordCategories Categories { get; private set; }

    /// <summary>DRO-1: by action, whether participants came to a desk, and not only to meetings.</summary>
    public bool[] Desks { get; } = new bool[ActionIndex.Count];

    public async Task ReadAsync(CancellationToken cancellation)
    {
        using var reader = new SourceReader(sources);
        using var turn = new SemaphoreSlim(1);
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(Enumerable.Range(0, options.Threads)
            .Select(_ => Task.Run(() => WorkAsync(reader, turn, failure), cancellation)));
    }

    private async Task WorkAsync(SourceReader reader, SemaphoreSlim turn, CancellationTokenSource failure)
    {
        var isDone = false;
        try
        {
            await WorkAsync(reader, turn, failure.Token);
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                await failure.CancelAsync();
            }
        }
    }

    private async Task WorkAsync(SourceReader reader, SemaphoreSlim turn, CancellationToken cancellation)
    {
        var chunk = new Chunk(chunkBytes);
        var taker = new RecordTaker(store, new(options.Year));
        var csv = new CsvReading(taker);
        var json = new JsonReading(taker);
        while (!journal.IsStopped && await NextAsync(reader, turn, chunk, cancellation))
        {
            var outcome = new ChunkOutcome();
            if (chunk.Start < chunk.End)
            {
                Read(chunk, outcome, csv, json);
            }

            journal.Add(chunk, outcome);
        }

        lock (_records)
        {
            for (var place = 0; place < _records.Length; place++)
            {
                _records[place] += taker.Records[place];
            }

            Categories |= taker.Categories;
            for (var place = 0; place < Desks.Length; place++)
            {
                Desks[place] |= taker.Desks[place];
            }
        }
    }

    private static void Read(Chunk chunk, ChunkOutcome outcome, CsvReading csv, JsonReading json)
    {
        if (chunk.Source.Header is { } header)
        {
            csv.Read(chunk, header, outcome);
        }
        else
        {
            json.Read(chunk, outcome);
        }
    }

    private static async ValueTask<bool> NextAsync(
        SourceReader reader, SemaphoreSlim turn, Chunk chunk, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await reader.ReadAsync(chunk, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }
}
