using Reporting.Domain.Territories;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests.Registry;

public sealed class ReferenceDataTests
{
    private static readonly Query _counts = new(
        """
        SELECT (SELECT COUNT(*) FROM Axis) * 1000000 + (SELECT COUNT(*) FROM Indicator) * 10000
            + (SELECT COUNT(*) FROM Campaign) * 1000 + (SELECT COUNT(*) FROM Territory) * 10
            + (SELECT COUNT(*) FROM TerritoryOverlap);
        """);

    private static readonly Query _rename = new("UPDATE Territory SET Name = 'Renommée' WHERE Siren = '243500139';");
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task The_registry_holds_the_23_official_signatories(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        var territories = new TerritoryStore(store.Database);
        var all = await territories.AllAsync(at: null, _cancel);
        Assert.Equal(23, all.Count);
        Assert.Equal(20, all.Count(territory => territory.Nature == "METRO"));
        Assert.All(all, territory => Assert.True(territory.IsSignatory(2024)));
        Assert.Equal(
            new Territory("243500139", null, "Rennes Métropole", "METRO", "35", "53", 480178, 2024, null),
            await territories.FindAsync("243500139", at: null, _cancel));
        Assert.Equal(
            new Territory("211300553", "13055", "Marseille", "COMMUNE", "13", "93", 886040, 2024, null),
            await territories.FindAsync("211300553", at: null, _cancel));
        Assert.Equal("Métropole Nice Côte d'Azur", all.Single(territory => territory.Department == "06").Name);
        Assert.Null(await territories.FindAsync("000000000", at: null, _cancel));
    }

    [OnEveryEngine]
    public async Task A_code_with_a_blank_after_it_is_nobodys(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        Assert.NotNull(await new TerritoryStore(store.Database).FindAsync("243500139", at: null, _cancel));
        Assert.Null(await new TerritoryStore(store.Database).FindAsync("243500139 ", at: null, _cancel));
    }

    [OnEveryEngine]
    public async Task Marseille_lies_inside_Aix_Marseille_Provence(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        Assert.Equal(
            [new("211300553", "200054807")], await new TerritoryStore(store.Database).OverlapsAsync(at: null, _cancel));
    }

    [OnEveryEngine]
    public async Task Installed_again_the_reference_data_changes_nothing(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var reference = new ReferenceData(store.Database);
        await reference.InstallAsync(_cancel);
        await store.Database.WriteAsync(TestActs.New(), session => session.ExecuteAsync(_rename, null), _cancel);
        await reference.InstallAsync(_cancel);
        // 4 axes, 20 indicators, 4 campaigns, 23 territories, 1 overlap.
        Assert.Equal(4_204_231, await store.Database.FindAsync<int>(_counts, null, _cancel));
        Assert.Equal("Renommée", (await new TerritoryStore(store.Database).FindAsync("243500139", at: null, _cancel))!.Name);
    }
}
