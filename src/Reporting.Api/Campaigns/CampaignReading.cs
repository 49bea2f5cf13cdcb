using Reporting.Domain.Campaigns;
using Reporting.Domain.Returns;

namespace Reporting.Api.Campaigns;

/// <summary>Holds the dates of a campaign to what they can be.</summary>
internal static class CampaignReading
{
    private const string Rule = "CALENDRIER";
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    private static readonly Message OpensInThePast = new("ouverture-passee", "L'ouverture doit être à venir.");

    private static readonly Message TooShort = new("campagne-trop-courte", "La campagne doit durer un jour au moins.");

    public static IReadOnlyList<Finding> Findings(Campaign campaign, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        if (campaign.OpensAt <= now)
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/ouverture", OpensInThePast));
        }

        if (campaign.OpensAt < ParisTime.StartOf(new(campaign.Year + 1, 1, 1)))
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/ouverture", BeforeYearEnds(campaign.Year)));
        }

        if (campaign.ClosesAt > ParisTime.StartOf(new(campaign.Year + 2, 1, 1)))
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/fermeture", AfterNextYear(campaign.Year)));
        }

        if (campaign.ClosesAt - campaign.OpensAt < Shortest)
        {
            findings.Add(Finding.At(Rule, Severity.Error, "/fermeture", TooShort));
        }

        return findings;
    }

    private static Message BeforeYearEnds(int year) => new("ouverture-trop-tot",
        $"La campagne ne peut pas ouvrir avant le 01/01/{year + 1} : l'année {year} doit être finie.");

    private static Message AfterNextYear(int year) => new("fermeture-trop-tard",
        $"La campagne doit fermer avant la fin de {year + 1}, où commence la suivante.");
}
