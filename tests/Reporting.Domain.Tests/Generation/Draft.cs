using System.Globalization;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Generation;

/// <summary>A contribution while it is drawn, with the units that its exclusions leave.</summary>
internal sealed class Draft(Dice dice, decimal left, Contribution contribution)
{
    public Dice Dice => dice;

    public decimal Left { get; private set; } = left;

    public Contribution Contribution { get; set; } = contribution;

    public void RetainNothing() => Left = 0;

    public void Exclude(int percent, Func<Contribution, decimal, Contribution> write)
    {
        if (dice.Chance(percent))
        {
            var units = dice.UpTo(Left / 3);
            Contribution = write(Contribution, units);
            Left -= units;
        }
    }

    public void NothingIf(int percent, Func<Contribution, Contribution> write)
    {
        if (dice.Chance(percent))
        {
            Contribution = write(Contribution);
            Left = 0;
        }
    }

    public void Take(string? modality, string? nothingFor)
    {
        Contribution = Contribution with { Modality = modality };
        if (modality == "reperage")
        {
            Exclude(100, (c, units) => c with { WithoutFollowUp = units });
        }
        else if (modality is not null && modality == nothingFor)
        {
            Left = 0;
        }
    }

    public void Visit()
    {
        var modality = dice.Pick("lieu-de-vie", "permanence", "reunion");
        Contribution = Contribution with { Modality = modality };
        if (modality == "lieu-de-vie")
        {
            Left = dice.UpTo(Left);
            Contribution = Contribution with { Households = Left };
        }
    }

    public void BreakDownByAge(int youngest, int eldest)
    {
        var groups = new Dictionary<string, decimal>();
        decimal kept = 0;
        while (Left > 0)
        {
            var age = youngest - 2 + dice.Below(eldest - youngest + 5);
            var units = 1 + dice.UpTo(Left - 1);
            var key = age.ToString(CultureInfo.InvariantCulture);
            groups[key] = groups.GetValueOrDefault(key) + units;
            kept += age >= youngest && age <= eldest ? units : 0;
            Left -= units;
        }

        Contribution = Contribution with { ByAge = groups };
        Left = kept;
    }
}
