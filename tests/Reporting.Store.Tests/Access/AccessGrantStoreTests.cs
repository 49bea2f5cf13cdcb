using Reporting.Store.Access;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests.Access;

public sealed class AccessGrantStoreTests
{
    private const string Rennes = "243500139";
    private static readonly CancellationToken _cancel = CancellationToken.None;
    private static readonly DateTimeOffset _at = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [OnEveryEngine]
    public async Task A_grant_holds_for_its_subject_of_its_issuer_until_that_scope_is_withdrawn_however_often_it_was_granted(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        var grants = new AccessGrantStore(store.Database);
        var territory = New("entra", "a") with { Territory = Rennes, Label = "SI" };
        var again = New("entra", "a") with { Territory = Rennes };
        var region = New("entra", "a") with { Region = "53" };
        foreach (var grant in (AccessGrant[])[territory, again, region, New("courtier", "a") with { Region = "11" }, New("entra", "A") with { Region = "84" }])
        {
            await grants.AddAsync(grant, TestActs.New(), _cancel);
        }

        Assert.Equal([(null, "53"), (Rennes, null)], await ScopeAsync("entra", "a"));
        await grants.RevokeAsync(territory.Id, _at.AddDays(1), TestActs.New(), _cancel);
        await grants.RevokeAsync(territory.Id, _at.AddDays(2), TestActs.New(), _cancel);
        Assert.Equal([(null, "53")], await ScopeAsync("entra", "a"));
        Assert.Equal([(null, "11")], await ScopeAsync("courtier", "a"));
        Assert.Empty(await ScopeAsync("entra", "b"));
        Assert.Contains(territory with { RevokedAt = _at.AddDays(1) }, await grants.AllAsync(_cancel));
        Assert.Contains(again with { RevokedAt = _at.AddDays(1) }, await grants.AllAsync(_cancel));
        await grants.AddAsync(New("entra", "a") with { Territory = Rennes, CreatedAt = _at.AddDays(3) }, TestActs.New(), _cancel);
        Assert.Equal([(null, "53"), (Rennes, null)], await ScopeAsync("entra", "a"));

        async Task<IEnumerable<(string?, string?)>> ScopeAsync(string issuer, string subject) =>
            (await grants.ScopeAsync(issuer, subject, _cancel)).Select(scope => (scope.Territory, scope.Region)).OrderBy(scope => scope.Territory);
    }

    private static AccessGrant New(string issuer, string subject) => new()
    {
        Id = Guid.CreateVersion7(), Issuer = issuer, Subject = subject, CreatedAt = _at, CreatedBy = "dgcs",
    };
}
