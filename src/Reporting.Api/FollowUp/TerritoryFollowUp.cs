using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Reporting.Domain.Campaigns;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Territories;
using Reporting.Store.Campaigns;
using Reporting.Store.Returns;

namespace Reporting.Api.FollowUp;

/// <summary>The calendar and the reminders of one territory, for one campaign or for all that it takes part in.</summary>
internal sealed class TerritoryFollowUp(CampaignStore campaigns, ReturnLifeReader returns, TimeProvider time)
{
    /// <param name="territory">The territory.</param>
    /// <param name="year">The campaign; all when null.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Null when there is no such campaign.</returns>
    public async Task<IResult?> CalendarAsync(Territory territory, int? year, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await ReadAsync(territory, year, cancel) is { Count: > 0 } all
            ? File(CalendarFile.Write(territory, all.SelectMany(of => CampaignDates.Of(of, now))), CalendarFile.ContentType)
            : null;
    }

    /// <inheritdoc cref="CalendarAsync" />
    public async Task<IResult?> RemindersAsync(Territory territory, int? year, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await ReadAsync(territory, year, cancel) is { Count: > 0 } all
            ? File(
                ReminderFeed.Write(
                    territory, [.. all.SelectMany(of => Reminders.Of(of, now)).OrderByDescending(reminder => reminder.At)],
                    ParisTime.StartOf(new(territory.SignatorySince, 1, 1))),
                ReminderFeed.ContentType)
            : null;
    }

    private async Task<IReadOnlyList<TerritoryCampaign>> ReadAsync(Territory territory, int? year, CancellationToken cancel)
    {
        var read = new List<TerritoryCampaign>();
        var moves = await campaigns.MovesAsync(cancel);
        foreach (var campaign in await campaigns.AllAsync(at: null, cancel))
        {
            if (territory.IsSignatory(campaign.Year) && (year is null || year == campaign.Year))
            {
                var moved = moves[campaign.Year].ToList();
                read.Add(new(
                    campaign, await campaigns.ExceptionsAsync(campaign.Year, territory.Siren, cancel),
                    await returns.ReadAsync(campaign.Year, territory.Siren, cancel))
                {
                    Moves = moved.Count,
                    MovedAt = moved is [] ? null : moved[^1],
                });
            }
        }

        return read;
    }

    // Clients come back every few hours: the same bytes need not be sent again.
    private static IResult File(byte[] bytes, string contentType) =>
        TypedResults.File(
            bytes, contentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
}
