using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting.Rules;

internal sealed class GMethode() : Rule(
    "G-METHODE",
    "Annexe 6, introduction : constance du périmètre et de la méthode",
    "Un changement de méthode est décrit avec son effet et rompt la série ; une forte variation sans lui est signalée.")
{
    internal override void Apply(ReturnTally posted)
    {
        foreach (var line in posted.Lines)
        {
            if (line.Posted.MethodChange is { } change)
            {
                Check(line, change);
            }
            else if (!line.InError
                && posted.Context.PreviousValues.TryGetValue(line.Indicator.Code, out var before)
                && Math.Abs(line.Bounds.Upper - before) * 2 > before)
            {
                line.Warn(this, Messages.LargeVariation(before, line.Bounds.Upper));
            }
        }
    }

    private void Check(LineTally line, MethodChange change)
    {
        if (string.IsNullOrWhiteSpace(change.Description))
        {
            line.Error(this, Messages.MethodUndescribed, $"{line.Pointer}/changementMethode/description");
        }

        if (!Figures.IsPlausible(change.Effect))
        {
            line.Error(this, Messages.TooLarge, $"{line.Pointer}/changementMethode/effet");
        }
        else if (!line.InError && change.Effect > line.Bounds.Upper)
        {
            line.Error(this, Messages.EffectAboveFigure(change.Effect, line.Bounds.Upper),
                $"{line.Pointer}/changementMethode/effet");
        }
    }
}
