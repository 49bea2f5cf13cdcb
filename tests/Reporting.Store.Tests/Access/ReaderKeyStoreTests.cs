using Reporting.Store.Access;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests.Access;

public sealed class ReaderKeyStoreTests
{
    private static readonly CancellationToken _cancel = CancellationToken.None;
    private static readonly DateTimeOffset _at = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [OnEveryEngine]
    public async Task A_key_is_found_with_its_territories_and_with_its_first_revocation(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        var keys = new ReaderKeyStore(store.Database);
        var national = New([]);
        var limited = New(["243300316", "243500139"]);
        await keys.AddAsync(national, TestActs.New(), _cancel);
        await keys.AddAsync(limited, TestActs.New(), _cancel);
        Assert.Equivalent(national, await keys.FindAsync(national.Id, _cancel), strict: true);
        Assert.Equivalent(limited, await keys.FindAsync(limited.Id, _cancel), strict: true);
        Assert.Null(await keys.FindAsync(Guid.CreateVersion7(), _cancel));

        await keys.RevokeAsync(limited.Id, _at.AddDays(1), TestActs.New(), _cancel);
        await keys.RevokeAsync(limited.Id, _at.AddDays(2), TestActs.New(), _cancel);
        Assert.Equivalent(limited with { RevokedAt = _at.AddDays(1) }, await keys.FindAsync(limited.Id, _cancel), strict: true);
        Assert.Equal([limited.Id, national.Id], (await keys.AllAsync(_cancel)).OrderBy(key => key.RevokedAt is null).Select(key => key.Id));
    }

    private static ReaderKey New(IReadOnlyList<string> territories) => new()
    {
        Id = Guid.CreateVersion7(), SecretHash = new('a', 64), PepperName = "a", Label = "Tableau", Territories = territories,
        CreatedAt = _at, CreatedBy = "dgcs", ExpiresAt = _at.AddYears(1),
    };
}
