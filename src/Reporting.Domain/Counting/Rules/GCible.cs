using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GCible() : Rule(
    "G-CIBLE",
    "Annexe 6, introduction : cible de l'indicateur sur l'année",
    "Chaque ligne donne la cible de l'année ; elle est requise pour déposer.")
{
    internal override void Apply(ReturnTally posted)
    {
        foreach (var line in posted.Lines.Where(line => !line.Derived && line.Posted.Target is null))
        {
            if (posted.Context.ForDeposit)
            {
                line.Error(this, Messages.TargetMissing);
            }
            else
            {
                line.Warn(this, Messages.TargetMissing);
            }
        }
    }
}
