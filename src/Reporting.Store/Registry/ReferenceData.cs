using System.Data.Common;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Territories;
using Reporting.Store.Journal;

namespace Reporting.Store.Registry;

/// <summary>Writes what every store holds: the catalogue, the campaigns and the official registry.</summary>
public sealed class ReferenceData(Database database)
{
    private static readonly Query Axes = new("SELECT Code FROM Axis;");

    private static readonly Query IndicatorCodes = new("SELECT Code FROM Indicator;");

    private static readonly Query Years = new("SELECT Year FROM Campaign;");

    private static readonly Query Sirens = new("SELECT Siren FROM Territory;");

    private static readonly Query Contained = new("SELECT Contained FROM TerritoryOverlap;");

    private static readonly Query AddAxis = new("INSERT INTO Axis (Code, Label, Position) VALUES (@Code, @Label, @Number);");

    private static readonly Query AddIndicator = new(
        """
        INSERT INTO Indicator (Code, Axis, Label, Unit, Period, Position)
        VALUES (@Code, @Axis, @Label, @Unit, @Period, @Position);
        """);

    private static readonly Query AddCampaign = new(
        "INSERT INTO Campaign (Year, OpensAt, ClosesAt) VALUES (@Year, @OpensAt, @ClosesAt);");

    private static readonly Query AddTerritory = new(
        """
        INSERT INTO Territory (
            Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil)
        VALUES (
            @Siren, @InseeCode, @Name, @Nature, @Department, @Region, @Population, @SignatorySince, @SignatoryUntil);
        """);

    private static readonly Query AddOverlap = new(
        "INSERT INTO TerritoryOverlap (Contained, Container) VALUES (@Contained, @Container);");

    /// <summary>Adds what is missing; run again, it changes nothing.</summary>
    public Task InstallAsync(CancellationToken cancel) => InstallAsync(Author.Service, cancel);

    /// <summary>The same, on behalf of whoever migrates the store.</summary>
    public async Task InstallAsync(Author author, CancellationToken cancel)
    {
        while (await FindMissingAsync(cancel) is { IsEmpty: false } missing)
        {
            try
            {
                await database.WriteAsync(
                    new Act(author, JournalActions.InstallReferenceData),
                    session => AddAsync(session, missing, database.Kind),
                    cancel);
            }
            catch (DbException error) when (Dialect.IsDuplicate(error))
            {
                // Another instance that starts too came first: see whether anything is still missing.
            }
        }
    }

    private async Task<Missing> FindMissingAsync(CancellationToken cancel) => new(
        await WithoutAsync(Axis.All, axis => axis.Code, Axes, cancel),
        await WithoutAsync(Indicators.All, indicator => indicator.Code, IndicatorCodes, cancel),
        await WithoutAsync(
            Enumerable.Range(Contract.FirstYear, Contract.LastYear - Contract.FirstYear + 1), year => year, Years, cancel),
        await WithoutAsync(OfficialRegistry.Territories(), territory => territory.Siren, Sirens, cancel),
        await WithoutAsync(OfficialRegistry.Overlaps(), overlap => overlap.Contained, Contained, cancel));

    private async Task<IReadOnlyList<T>> WithoutAsync<T, TKey>(
        IEnumerable<T> wanted, Func<T, TKey> key, Query known, CancellationToken cancel) =>
        [.. wanted.ExceptBy(await database.QueryAsync<TKey>(known, null, cancel), key)];

    private static async Task<bool> AddAsync(Session session, Missing missing, StoreKind kind)
    {
        await session.InsertAsync(AddAxis, missing.Axes);
        await session.InsertAsync(AddIndicator, missing.Indicators.Select(i => new
        {
            i.Code, Axis = i.Axis.Code, i.Label, i.Unit, Period = i.Period.ToCode(), i.Position,
        }));
        await session.InsertAsync(AddCampaign, missing.Years.Select(year => kind is StoreKind.Sandbox ? Campaign.Standing(year) : Campaign.Statutory(year)));
        await session.InsertAsync(AddTerritory, missing.Territories);
        await session.InsertAsync(AddOverlap, missing.Overlaps);
        return true;
    }

    private sealed record Missing(
        IReadOnlyList<Axis> Axes, IReadOnlyList<Indicator> Indicators, IReadOnlyList<int> Years,
        IReadOnlyList<Territory> Territories, IReadOnlyList<TerritoryOverlap> Overlaps)
    {
        public bool IsEmpty => (Axes, Indicators, Years, Territories, Overlaps) is ([], [], [], [], []);
    }
}
