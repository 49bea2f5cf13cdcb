using System.Globalization;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>Reads a breakdown by completed age.</summary>
internal static class Ages
{
    public const int Oldest = 120;

    public static bool TryParse(string text, out int age) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out age)
        && age <= Oldest
        && text == age.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes away the units outside the ages kept, once the breakdown adds up to the headcount.</summary>
    public static void Keep(Rule rule, ContributionTally contribution, Func<int, bool> keeps)
    {
        if (contribution.Posted.ByAge is not { } byAge || byAge.Values.Any(units => units != Figures.Clamp(units)))
        {
            return;
        }

        var sum = byAge.Values.Sum();
        if (sum != contribution.Posted.Headcount)
        {
            contribution.Error(rule, Messages.AgesDoNotAddUp(sum, contribution.Posted.Headcount), ContributionField.ByAge);
            return;
        }

        contribution.Subtract(rule, ContributionField.ByAge, byAge
            .Where(group => !(TryParse(group.Key, out var age) && keeps(age)))
            .Sum(group => group.Value));
    }
}
