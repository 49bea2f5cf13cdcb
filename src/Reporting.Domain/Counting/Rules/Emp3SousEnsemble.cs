using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

internal sealed class Emp3SousEnsemble() : Rule(
    "EMP3-SOUS-ENSEMBLE",
    "Annexe 6, emploi, « parmi les personnes » : publics particuliers",
    "Chaque public particulier est une partie d'EMP-1 et ne peut pas le dépasser.",
    Emp3A, Emp3B, Emp3C)
{
    internal override void Apply(ReturnTally posted)
    {
        var whole = posted.Line(Emp1);
        var unknown = whole is { InError: true } ? whole
            : whole is null && posted.Line(Tes2) is { InError: true } mobility ? mobility
            : null;
        foreach (var part in Indicators.Select(posted.Line).OfType<LineTally>().Where(line => !line.InError))
        {
            if (unknown is not null)
            {
                part.Suspend(this, unknown);
            }
            else if (part.Bounds.Upper > (whole?.Bounds.Upper ?? 0))
            {
                part.Error(this, Messages.AboveEmp1(part.Bounds.Upper, whole?.Bounds.Upper ?? 0));
            }
        }
    }
}
