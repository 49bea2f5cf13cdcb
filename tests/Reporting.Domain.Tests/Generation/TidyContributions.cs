using System.Globalization;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Tests.Generation;

/// <summary>Contributions that break no rule on their own, with the units that they retain.</summary>
internal static class TidyContributions
{
    private static readonly string[] Childhood = ["reperage", "accompagnement", "programme", "ingenierie"];

    public static (Contribution Contribution, decimal Retained) Draw(Indicator indicator, bool isJobSeekers, Dice dice)
    {
        var headcount = dice.UpTo(200);
        var axis = dice.Chance(90) ? indicator.Axis.Number : 1 + dice.Below(4);
        var draft = new Draft(dice, headcount, new()
        {
            Action = string.Create(CultureInfo.InvariantCulture, $"{axis}.{1 + dice.Below(12)}"),
            LocalIndicator = dice.Chance(98) ? indicator.Code : null,
            Label = dice.Chance(10) ? "Aller vers" : null,
            Headcount = headcount,
            Estimated = dice.Chance(10) ? true : null,
        });
        Describe(draft, indicator, isJobSeekers);
        if (indicator == Dro1 && axis != Axis.Rights.Number)
        {
            draft.RetainNothing();
        }

        return (draft.Contribution, draft.Left);
    }

    private static void Describe(Draft draft, Indicator indicator, bool isJobSeekers)
    {
        if (indicator == Dro1)
        {
            draft.Visit();
        }

        if (indicator == Tes1 && draft.Dice.Chance(20))
        {
            draft.Contribution = draft.Contribution with { Slime = true };
            return;
        }

        if ((indicator == Enf3 || indicator == Enf4) && draft.Dice.Chance(50))
        {
            draft.BreakDownByAge(indicator == Enf3 ? 11 : 16, indicator == Enf3 ? 15 : 25);
        }
        else
        {
            draft.Exclude(30, (c, units) => c with { OutOfPeriod = units });
            draft.Exclude(indicator == Enf3 ? 100 : 30, (c, units) => c with { OutOfPublic = units });
        }

        DescribeFurther(draft, indicator, isJobSeekers);
    }

    private static void DescribeFurther(Draft draft, Indicator indicator, bool isJobSeekers)
    {
        var dice = draft.Dice;
        switch (indicator.Code)
        {
            case "ENF-1":
                draft.Take(dice.Pick([null, .. Childhood]), nothingFor: null);
                draft.Contribution = draft.Contribution with { ChildStandsForFamily = dice.Pick<bool?>(null, true, false) };
                break;
            case "ENF-4":
                draft.Take(dice.Pick([null, .. Childhood]), nothingFor: "ingenierie");
                break;
            case "EMP-1":
                draft.Take(dice.Pick(null, "levee", "formation"), nothingFor: "formation");
                draft.Contribution = draft.Contribution with { OfWhichMobility = dice.Chance(20) ? dice.UpTo(Math.Min(draft.Left, 3)) : null };
                break;
            case "EMP-2" or "DRO-4":
                draft.NothingIf(15, c => c with { Funded = false });
                break;
            case "DRO-2":
                draft.Exclude(40, (c, units) => c with { EasyReadOnly = units });
                break;
            case "DRO-3":
                draft.Exclude(40, (c, units) => c with { AlreadyInEmp2 = units });
                break;
            case "DRO-7":
                draft.Contribution = draft.Contribution with { ShantytownMethod = dice.Pick<bool?>(null, true, true, false) };
                break;
            case "DRO-8":
                draft.NothingIf(15, c => c with { MappingTool = true });
                break;
            case "TES-1":
                draft.Exclude(100, (c, units) => c with { WithoutFollowUp = units });
                break;
            case "TES-2":
                draft.Exclude(100, (c, units) => c with { WithoutFollowUp = units });
                draft.Contribution = draft.Contribution with { FundingAxis = isJobSeekers ? "emploi" : "transition" };
                break;
            case "TES-3":
                draft.NothingIf(15, c => c with { EnrolmentYear = 2021 });
                break;
            default:
                break;
        }
    }
}
