using Reporting.Domain.Catalogue;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Counting;

/// <summary>The order in which contributions are united, whose duplicates are those of the preceding ones: in TES-2, job seekers first.</summary>
internal static class UnionOrder
{
    public static IEnumerable<T> Of<T>(Indicator indicator, IReadOnlyList<T> contributions, Func<T, Contribution> posted) =>
        indicator == Indicators.Tes2 ? contributions.OrderByDescending(one => posted(one).IsOfJobSeekers) : contributions;
}
