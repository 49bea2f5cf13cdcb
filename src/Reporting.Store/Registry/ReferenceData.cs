using Reporting.Domain.Campaigns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;

namespace Reporting.Store.Registry;

/// <summary>Writes what every store holds: the catalogue, the campaigns and the official registry.</summary>
public sealed class ReferenceData(Database database)
{
    private static readonly Query AddAxis = new(
        """
        INSERT INTO Axis (Code, Label, Position)
        SELECT @Code, @Label, @Number WHERE NOT EXISTS (SELECT 1 FROM Axis WHERE Code = @Code);
        """);

    private static readonly Query AddIndicator = new(
        """
        INSERT INTO Indicator (Code, Axis, Label, Unit, Period, Position)
        SELECT @Code, @Axis, @Label, @Unit, @Period, @Position
        WHERE NOT EXISTS (SELECT 1 FROM Indicator WHERE Code = @Code);
        """);

    private static readonly Query AddCampaign = new(
        """
        INSERT INTO Campaign (Year, OpensAt, ClosesAt)
        SELECT @Year, @OpensAt, @ClosesAt WHERE NOT EXISTS (SELECT 1 FROM Campaign WHERE Year = @Year);
        """);

    private static readonly Query AddTerritory = new(
        """
        INSERT INTO Territory (
            Siren, InseeCode, Name, Nature, Department, Region, Population, SignatorySince, SignatoryUntil)
        SELECT @Siren, @InseeCode, @Name, @Nature, @Department, @Region, @Population, @SignatorySince, @SignatoryUntil
        WHERE NOT EXISTS (SELECT 1 FROM Territory WHERE Siren = @Siren);
        """);

    private static readonly Query AddOverlap = new(
        """
        INSERT INTO TerritoryOverlap (Contained, Container)
        SELECT @Contained, @Container
        WHERE NOT EXISTS (SELECT 1 FROM TerritoryOverlap WHERE Contained = @Contained);
        """);

    /// <summary>Adds what is missing; run again, it changes nothing.</summary>
    public async Task InstallAsync(CancellationToken cancel) =>
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(AddAxis, Axis.All);
                await session.ExecuteAsync(AddIndicator, Indicators.All.Select(i => new
                {
                    i.Code, Axis = i.Axis.Code, i.Label, i.Unit, Period = i.Period.ToCode(), i.Position,
                }));
                await session.ExecuteAsync(AddCampaign, Enumerable
                    .Range(Contract.FirstYear, Contract.LastYear - Contract.FirstYear + 1)
                    .Select(Campaign.Statutory));
                await session.ExecuteAsync(AddTerritory, OfficialRegistry.Territories());
                return await session.ExecuteAsync(AddOverlap, OfficialRegistry.Overlaps());
            },
            cancel);
}
