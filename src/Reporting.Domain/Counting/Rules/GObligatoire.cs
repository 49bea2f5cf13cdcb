using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GObligatoire() : Rule(
    "G-OBLIGATOIRE",
    "Annexe 6, introduction : indicateurs obligatoires des actions contractualisées",
    "Chaque indicateur national rattaché au contrat a une ligne.")
{
    internal override void Apply(ReturnTally posted)
    {
        var severity = posted.Context.ForDeposit ? Severity.Error : Severity.Warning;
        if (posted.Context.Contract is not { } contract)
        {
            posted.Find(this, severity, Messages.ContractMissing);
            return;
        }

        var contracted = contract.Indicators.ToList();
        if (contracted.FindAll(indicator => posted.Line(indicator) is null) is { Count: > 0 } missing)
        {
            posted.Find(this, severity, Messages.LinesMissing(missing));
        }

        foreach (var line in posted.Lines.Where(line => line.Derived && contracted.Contains(line.Indicator)))
        {
            line.Warn(this, Messages.LineOnlyDerived(line.Indicator));
        }

        foreach (var line in posted.Lines.Where(line => !line.Derived && !contracted.Contains(line.Indicator)))
        {
            line.Warn(this, Messages.OutsideContract);
        }
    }
}
