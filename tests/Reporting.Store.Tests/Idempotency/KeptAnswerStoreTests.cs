using System.Data.Common;
using Reporting.Store.Idempotency;
using Reporting.Store.Journal;

namespace Reporting.Store.Tests.Idempotency;

public sealed class KeptAnswerStoreTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    [OnEveryEngine]
    public async Task What_is_kept_is_read_back(TestEngine engine)
    {
        await using var own = await TestStore.CreateAsync(engine);
        var store = new KeptAnswerStore(own.Database);
        var kept = Answer("k") with { ETag = "\"3\"", Location = "/v1/ici", SealedBody = "{\"été\":\"\U0001F600\"}" };

        Assert.True(await store.KeepAsync(kept, default));
        Assert.Equal(kept, await store.FindAsync("client", Digest("k"), default));
        Assert.Null(await store.FindAsync("Client", Digest("k"), default));
        Assert.Null(await store.FindAsync("client", Digest("K"), default));
    }

    [OnEveryEngine]
    public async Task One_key_of_one_client_is_kept_once(TestEngine engine)
    {
        await using var own = await TestStore.CreateAsync(engine);
        var store = new KeptAnswerStore(own.Database);

        Assert.True(await store.KeepAsync(Answer("k"), default));
        Assert.False(await store.KeepAsync(Answer("k") with { SealedBody = "other" }, default));
        Assert.True(await store.KeepAsync(Answer("k") with { Client = "another" }, default));
        Assert.True(await store.KeepAsync(Answer("K"), default));
        Assert.Equal("{}", (await store.FindAsync("client", Digest("k"), default))!.SealedBody);
    }

    [OnEveryEngine]
    public async Task A_write_whose_key_is_taken_leaves_nothing_neither_itself_nor_its_entry(TestEngine engine)
    {
        await using var own = await TestStore.CreateAsync(engine);
        var store = new KeptAnswerStore(own.Database);
        var journal = new JournalStore(own.Database);
        Assert.True(await store.KeepAsync(Answer("k"), default));
        var entries = await journal.NewestAsync(new(), 100, default);

        var taken = await Assert.ThrowsAnyAsync<DbException>(() => own.Database.WriteAsync(
            KeptAnswerStore.Together(TestActs.New(), () => Answer("k")),
            session => session.ExecuteAsync(Write, Answer("written")), default));

        Assert.True(KeptAnswerStore.IsTaken(taken));
        Assert.Null(await store.FindAsync("client", Digest("written"), default));
        Assert.Equal(entries, await journal.NewestAsync(new(), 100, default));
    }

    [OnEveryEngine]
    public async Task A_write_and_its_answer_become_durable_together(TestEngine engine)
    {
        await using var own = await TestStore.CreateAsync(engine);
        var store = new KeptAnswerStore(own.Database);

        await own.Database.WriteAsync(
            KeptAnswerStore.Together(TestActs.New(), () => Answer("k")), session => session.ExecuteAsync(Write, Answer("written")), default);
        await own.Database.WriteAsync(
            KeptAnswerStore.Together(TestActs.New(), () => null), session => session.ExecuteAsync(Write, Answer("alone")), default);

        Assert.NotNull(await store.FindAsync("client", Digest("k"), default));
        Assert.NotNull(await store.FindAsync("client", Digest("written"), default));
        Assert.NotNull(await store.FindAsync("client", Digest("alone"), default));
    }

    [OnEveryEngine]
    public async Task What_is_old_is_purged_and_the_rest_stays(TestEngine engine)
    {
        await using var own = await TestStore.CreateAsync(engine);
        var store = new KeptAnswerStore(own.Database);
        await store.KeepAsync(Answer("old"), default);
        await store.KeepAsync(Answer("young") with { RecordedAt = Then.AddMilliseconds(1) }, default);

        Assert.Equal(1, await store.PurgeAsync(Then.AddMilliseconds(1), default));
        Assert.Null(await store.FindAsync("client", Digest("old"), default));
        Assert.NotNull(await store.FindAsync("client", Digest("young"), default));
        Assert.Equal(0, await store.PurgeAsync(Then.AddMilliseconds(1), default));
    }

    private static readonly Query Write = new(
        """
        INSERT INTO KeptAnswer (Client, KeyDigest, Request, Digest, RecordedAt, Status, ContentType, ETag, Location, SealedBody)
        VALUES (@Client, @KeyDigest, @Request, @Digest, @RecordedAt, @Status, @ContentType, @ETag, @Location, @SealedBody);
        """);

    private static string Digest(string key) => Domain.Digest.Of(key);

    private static KeptAnswer Answer(string key) => new()
    {
        Client = "client",
        KeyDigest = Digest(key),
        Request = "PUT /v1/ici",
        Digest = new string('a', 64),
        RecordedAt = Then,
        Status = 200,
        ContentType = "application/json; charset=utf-8",
        SealedBody = "{}",
    };
}
