using Reporting.Domain.Territories;
using Reporting.Store.Registry;

namespace Reporting.Store.Tests.Registry;

public sealed class TerritoryInForceTests
{
    private const string Marseille = "211300553";
    private const string Rennes = "243500139";
    private const string Joined = "200000008";

    private static readonly DateTimeOffset _recordedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private static readonly Query _inForce = new(
        """
        SELECT Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto, Container
        FROM TerritoryInForce
        ORDER BY Siren;
        """);

    private static readonly Query _standing = new(
        """
        SELECT Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil, MergedInto, Container
        FROM TerritoryHistory
        WHERE UntilAt IS NULL
        ORDER BY Siren;
        """);

    // What a later version leaves empty is empty, whatever the registry said when it was installed.
    [OnEveryEngine]
    public async Task What_is_in_force_of_the_registry_is_what_its_history_has_not_ended(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        await AppendAsync(store, 2, new(Marseille, null, "Marseille seule", "COMMUNE", "13", "93", 5, 2025, null), container: null);
        await AppendAsync(store, 2, new(Rennes, null, "Rennes", "METRO", "35", "53", 7, 2024, 2026, Marseille), container: null);
        await AppendAsync(store, 3, new(Rennes, null, "Rennes encore", "METRO", "35", "53", 9, 2024, null), container: Marseille);
        await AppendAsync(store, 1, new(Joined, "35238", "Venue après", "CA", "35", "53", 11, 2025, 2027), container: Rennes);

        var inForce = await store.Database.QueryAsync<Row>(_inForce, null, _cancel);
        Assert.Equal(24, inForce.Count);
        Assert.Equal(await store.Database.QueryAsync<Row>(_standing, null, _cancel), inForce);
        Assert.Equal(
            new Row { Siren = Marseille, Name = "Marseille seule", Nature = "COMMUNE", Department = "13", Region = "93", Population = 5, SignatorySince = 2025 },
            inForce.Single(row => row.Siren == Marseille));
        Assert.Equal(
            new Row { Siren = Rennes, Name = "Rennes encore", Nature = "METRO", Department = "35", Region = "53", Population = 9, SignatorySince = 2024, Container = Marseille },
            inForce.Single(row => row.Siren == Rennes));
        Assert.Equal(("35238", Rennes), inForce.Where(row => row.Siren == Joined).Select(row => (row.InseeCode, row.Container)).Single());
    }

    private static async Task AppendAsync(TestStore store, int version, Territory territory, string? container) =>
        Assert.True(await new TerritoryVersions(store.Database).AppendAsync(
            new(version, territory, container, new(2026, 1, 1), _recordedAt.AddDays(version), "essai"), TestActs.New(), _cancel));

    private sealed record Row
    {
        public required string Siren { get; init; }

        public string? InseeCode { get; init; }

        public string? Name { get; init; }

        public string? Nature { get; init; }

        public string? Department { get; init; }

        public string? Region { get; init; }

        public int Population { get; init; }

        public int SignatorySince { get; init; }

        public int? SignatoryUntil { get; init; }

        public string? MergedInto { get; init; }

        public string? Container { get; init; }
    }
}
