using System.Globalization;
using Reporting.Domain;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Api.Contracts;

/// <summary>Reads a posted contract and tells everything that keeps it from being one, at once.</summary>
internal sealed class ContractReading
{
    private const string Rule = "CONTRAT";

    private readonly List<Finding> _findings = [];
    private readonly ContractYears _years;

    private ContractReading(ContractYears years)
    {
        if (!ContractYears.Pacte.Cover(years.First) || !ContractYears.Pacte.Cover(years.Last) || years.Last < years.First)
        {
            Find(years.First == Contract.FirstYear ? "/derniereAnnee" : "/premiereAnnee", ContractMessages.YearsOutsidePacte);
            years = ContractYears.Pacte;
        }

        _years = years;
    }

    public static (Contract Contract, IReadOnlyList<Finding> Findings) Read(ContractBody body)
    {
        var reading = new ContractReading(new(body.FirstYear ?? Contract.FirstYear, body.LastYear ?? Contract.LastYear));
        var contract = new Contract(reading.Actions(body.Actions), reading.Trajectories(body.Trajectories))
        {
            Years = reading._years,
        };
        reading.CheckCoverage(contract);
        return (contract, Finding.Fold(reading._findings));
    }

    private List<ContractAction> Actions(IReadOnlyList<ActionBody> posted)
    {
        var actions = new List<ContractAction>();
        for (var index = 0; index < posted.Count; index++)
        {
            var pointer = $"/actions/{index}";
            if (!ActionNumber.TryParse(posted[index].Number, out var number))
            {
                Find($"{pointer}/numero", Messages.ActionNumber);
            }
            else if (actions.Exists(action => action.Number == number))
            {
                Find($"{pointer}/numero", ContractMessages.RepeatedAction(number));
            }

            actions.Add(new(number, posted[index].Title, Attached(posted[index].Indicators, pointer)));
        }

        return actions;
    }

    private List<Indicator> Attached(IReadOnlyList<string> codes, string pointer)
    {
        var indicators = new List<Indicator>();
        for (var index = 0; index < codes.Count; index++)
        {
            var place = $"{pointer}/indicateurs/{index}";
            if (Known(codes[index], place) is not { } indicator)
            {
                continue;
            }

            if (indicators.Contains(indicator))
            {
                Find(place, ContractMessages.RepeatedIndicator(indicator));
            }
            else
            {
                indicators.Add(indicator);
            }
        }

        return indicators;
    }

    private List<Trajectory> Trajectories(IReadOnlyList<TrajectoryBody> posted)
    {
        var trajectories = new List<Trajectory>();
        for (var index = 0; index < posted.Count; index++)
        {
            var pointer = $"/trajectoires/{index}";
            if (Known(posted[index].Indicator, $"{pointer}/indicateur") is not { } indicator)
            {
                continue;
            }

            if (trajectories.Exists(trajectory => trajectory.Indicator == indicator))
            {
                Find($"{pointer}/indicateur", ContractMessages.RepeatedIndicator(indicator));
                continue;
            }

            CheckFigure(posted[index].Baseline, indicator, $"{pointer}/t0");
            trajectories.Add(new(indicator, posted[index].Baseline, Targets(posted[index], indicator, $"{pointer}/cibles")));
        }

        return trajectories;
    }

    private Dictionary<int, decimal> Targets(TrajectoryBody posted, Indicator indicator, string pointer)
    {
        var targets = new Dictionary<int, decimal>();
        foreach (var (text, target) in posted.Targets)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || !_years.Cover(year)
                || !targets.TryAdd(year, target))
            {
                Find(pointer, ContractMessages.YearOutsideContract(text, _years));
                continue;
            }

            CheckFigure(target, indicator, $"{pointer}/{text}");
        }

        foreach (var year in _years.All.Where(year => !targets.ContainsKey(year)))
        {
            Find(pointer, ContractMessages.TargetMissing(year));
        }

        return targets;
    }

    private void CheckCoverage(Contract contract)
    {
        var attached = contract.Indicators.ToHashSet();
        var planned = contract.Trajectories.Select(trajectory => trajectory.Indicator).ToHashSet();
        foreach (var indicator in attached.Except(planned))
        {
            Find("/trajectoires", ContractMessages.TrajectoryMissing(indicator));
        }

        foreach (var indicator in planned.Except(attached))
        {
            Find("/trajectoires", ContractMessages.TrajectoryUnattached(indicator));
        }

        if (contract.Actions is [])
        {
            Find("/actions", ContractMessages.NoAction);
        }
    }

    private Indicator? Known(string code, string pointer)
    {
        var indicator = Indicators.Find(code);
        if (indicator is null)
        {
            Find(pointer, Messages.UnknownIndicator(code));
        }

        return indicator;
    }

    private void CheckFigure(decimal? figure, Indicator indicator, string pointer)
    {
        if (figure is { } given && (given < 0 || !Figures.IsPlausible(given) || !Figures.FitsUnit(given, indicator)))
        {
            Find(pointer, ContractMessages.ImpossibleFigure(indicator));
        }
    }

    private void Find(string pointer, Message message) =>
        _findings.Add(Finding.At(Rule, Severity.Error, pointer, message));
}
