using Reporting.Domain.Territories;

namespace Reporting.Domain.Tests.Territories;

public sealed class TerritoryTests
{
    [Theory]
    [InlineData(2024, null, 2023, false)]
    [InlineData(2024, null, 2024, true)]
    [InlineData(2024, null, 2027, true)]
    [InlineData(2025, 2026, 2026, true)]
    [InlineData(2025, 2026, 2027, false)]
    public void It_owes_a_return_for_the_years_of_its_contract(int since, int? until, int year, bool owes) =>
        Assert.Equal(owes, Bordeaux(since, until).IsSignatory(year));

    private static Territory Bordeaux(int since, int? until) =>
        new("243300316", null, "Bordeaux Métropole", "METRO", "33", "75", 854_334, since, until);
}
