using Reporting.Domain.Catalogue;

namespace Reporting.Store.FollowUp;

/// <summary>Reads how much of their returns territories have given.</summary>
public sealed class ProgressStore(Database database)
{
    private static readonly Query Lines = new(
        "SELECT Territory, Version, Indicator FROM ReturnLine WHERE Year = @Year;");

    /// <summary>The indicators that each version of each return of a campaign has a line for.</summary>
    public async Task<ILookup<(string Territory, int Version), Indicator>> LinesAsync(int year, CancellationToken cancel) =>
        (await database.QueryAsync<Row>(Lines, new { Year = year }, cancel))
        .ToLookup(row => (row.Territory, row.Version), row => Indicators.Find(row.Indicator)!);

    private sealed class Row
    {
        public required string Territory { get; init; }

        public int Version { get; init; }

        public required string Indicator { get; init; }
    }
}
