using Reporting.Domain.Catalogue;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;
using Reporting.Store.FollowUp;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Returns;

namespace Reporting.Store.Tests.FollowUp;

public sealed class ProgressStoreTests
{
    private static readonly CancellationToken _cancel = CancellationToken.None;

    [OnEveryEngine]
    public async Task The_events_of_a_return_come_in_order_and_its_lines_from_its_latest_version(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new ReferenceData(store.Database).InstallAsync(_cancel);
        var (returns, progress) = (new ReturnStore(store.Database), new ProgressStore(store.Database));
        var first = SampleReturn.Of();
        Assert.True(await returns.AppendAsync(first, TestActs.New(), _cancel));
        Assert.True(await returns.DepositAsync(first, first.RecordedAt.AddHours(1), TestActs.New(), _cancel));

        IReadOnlyList<ReturnStep> expected =
        [
            new(1, 1, ReturnState.Draft, first.RecordedAt),
            new(2, 1, ReturnState.Deposited, first.RecordedAt.AddHours(1)),
        ];
        Assert.Equal(expected, await progress.OfReturnAsync(first.Year, first.Territory, _cancel));
        Assert.Equal(expected, (await progress.OfYearAsync(first.Year, _cancel))[first.Territory]);
        Assert.Empty(await progress.OfYearAsync(first.Year + 1, _cancel));
        Assert.Equal(
            first.Counted.Lines.Select(line => line.Indicator.Code).Order(),
            (await progress.LatestLinesAsync(first.Year, _cancel))[first.Territory].Select(indicator => indicator.Code).Order());

        Assert.True(await returns.AppendAsync(SampleReturn.Of(version: 2, sequence: 3, value: 7), TestActs.New(), _cancel));
        Assert.Equal([Indicators.Enf1], (await progress.LatestLinesAsync(first.Year, _cancel))[first.Territory]);
    }
}
