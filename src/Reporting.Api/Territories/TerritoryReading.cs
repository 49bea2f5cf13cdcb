using System.Text.RegularExpressions;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;
using Reporting.Domain.Territories;

namespace Reporting.Api.Territories;

/// <summary>Holds a posted territory to the registry that it joins, and tells everything that does not fit at once.</summary>
/// <param name="registry">Every territory, this one as it stands included.</param>
/// <param name="overlaps">The territories that lie inside another, as they stand.</param>
/// <param name="reported">The years for which this territory has a return in force.</param>
internal sealed partial class TerritoryReading(
    IReadOnlyList<Territory> registry, IReadOnlyList<TerritoryOverlap> overlaps, IReadOnlyList<int> reported)
{
    private const string Rule = "TERRITOIRE";
    private static readonly string[] Natures = ["METRO", "CU", "CA", "CC", "COMMUNE", "DEPT"];

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings(string siren, TerritoryBody body, DateTimeOffset now)
    {
        Check(Natures.Contains(body.Nature), "/nature", TerritoryMessages.Nature);
        Check((body.Nature == "COMMUNE") == (body.InseeCode is not null), "/codeInsee", TerritoryMessages.InseeCode);
        Check(Department().IsMatch(body.Department), "/departement", TerritoryMessages.Department);
        Check(Region().IsMatch(body.Region), "/region", TerritoryMessages.Region);
        Check(body.Population > 0, "/population", TerritoryMessages.Population);
        Check(ContractYears.Pacte.Cover(body.SignatorySince), "/signataireDepuis", TerritoryMessages.OutsidePacte);
        Check(
            body.SignatoryUntil is not { } last || (ContractYears.Pacte.Cover(last) && last >= body.SignatorySince),
            "/signataireJusqua", TerritoryMessages.OutsidePacte);
        CheckReported(body);
        Check(body.EffectiveOn <= ParisTime.DayOf(now), "/aCompterDu", TerritoryMessages.NotYetEffective);
        CheckSuccessor(siren, body);
        CheckContainer(siren, body.Container);
        return _findings;
    }

    // A figure that is in the totals of a year comes from a territory that owes it.
    private void CheckReported(TerritoryBody body)
    {
        foreach (var year in reported)
        {
            Check(year >= body.SignatorySince, "/signataireDepuis", TerritoryMessages.Reported(year));
            Check(year <= (body.SignatoryUntil ?? year), "/signataireJusqua", TerritoryMessages.Reported(year));
        }
    }

    // The successor must be there to carry on, and no territory can succeed itself, however long the way round.
    private void CheckSuccessor(string siren, TerritoryBody body)
    {
        if (body.MergedInto is null)
        {
            return;
        }

        Check(body.SignatoryUntil is not null, "/signataireJusqua", TerritoryMessages.LastYearMissing);
        var successor = registry.FirstOrDefault(territory => territory.Siren == body.MergedInto);
        Check(
            successor is not null && (body.SignatoryUntil is not { } last || successor.IsSignatory(last + 1)),
            "/fusionneDans", TerritoryMessages.NoSuccessor);
        Check(
            !Leads(body.MergedInto, siren, of => registry.FirstOrDefault(territory => territory.Siren == of)?.MergedInto),
            "/fusionneDans", TerritoryMessages.Circle);
    }

    private void CheckContainer(string siren, string? container)
    {
        if (container is not null)
        {
            Check(registry.Any(territory => territory.Siren == container), "/contenuDans", TerritoryMessages.NoContainer);
            Check(
                !Leads(container, siren, of => overlaps.FirstOrDefault(overlap => overlap.Contained == of)?.Container),
                "/contenuDans", TerritoryMessages.Circle);
        }
    }

    private static bool Leads(string from, string to, Func<string, string?> next)
    {
        var seen = new HashSet<string>();
        for (string? at = from; at is not null && seen.Add(at); at = next(at))
        {
            if (at == to)
            {
                return true;
            }
        }

        return false;
    }

    private void Check(bool holds, string pointer, Message message)
    {
        if (!holds)
        {
            _findings.Add(Finding.At(Rule, Severity.Error, pointer, message));
        }
    }

    [GeneratedRegex("^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])$")]
    private static partial Regex Department();

    [GeneratedRegex("^[0-9]{2}$")]
    private static partial Regex Region();
}
