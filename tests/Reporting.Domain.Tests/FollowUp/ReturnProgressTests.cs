using Reporting.Domain.Campaigns;
using Reporting.Domain.Catalogue;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.FollowUp;

public sealed class ReturnProgressTests
{
    private static readonly Deadline _deadline = Deadline.Of(Campaign.Statutory(2025), []);

    [Fact]
    public void A_return_that_nobody_began_has_no_state_and_is_late_after_the_deadline()
    {
        var progress = Of();
        Assert.Null(progress.State);
        Assert.Null(progress.LastActivityAt);
        Assert.Null(progress.Life.Awaiting);
        Assert.Equal(0, progress.DaysLeft(March(31)));
        Assert.Null(progress.DaysLate(March(31)));
        Assert.Equal(1, progress.DaysLate(March(31).AddDays(1)));
    }

    [Fact]
    public void A_draft_still_has_days_left_and_a_deposit_has_nothing_to_do()
    {
        Assert.Equal(11, Of((1, ReturnState.Draft, 2)).DaysLeft(March(20)));
        Assert.Null(Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3)).DaysLeft(March(20)));
    }

    [Fact]
    public void A_deposit_waits_for_review_even_behind_a_newer_draft()
    {
        var progress = Of(
            (1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (2, ReturnState.Draft, 5));
        Assert.Equal(ReturnState.Deposited, progress.State);
        Assert.Equal((2, ReturnState.Draft), (progress.Life.Latest!.Version, progress.Life.Latest.State));
        Assert.Equal((1, March(3)), (progress.Life.Awaiting!.Version, progress.Life.Awaiting.At));
        Assert.Equal(March(5), progress.LastActivityAt);
    }

    [Fact]
    public void A_return_sent_back_waits_for_its_territory_and_a_validated_one_for_nobody()
    {
        var sentBack = Of(
            (1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.SentBack, 9));
        Assert.Null(sentBack.Life.Awaiting);
        Assert.Equal(22, sentBack.DaysLeft(March(9)));
        Assert.Equal(March(3), sentBack.LastDepositAt);
        var validated = Of(
            (1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.Validated, 9));
        Assert.Null(validated.Life.Awaiting);
        Assert.Null(validated.DaysLeft(March(9)));
    }

    [Fact]
    public void The_first_deposit_is_the_one_that_was_on_time()
    {
        var corrected = Of(
            (1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 30), (1, ReturnState.SentBack, 31),
            (2, ReturnState.Draft, 35), (2, ReturnState.Deposited, 36));
        Assert.Equal((March(30), March(36)), (corrected.FirstDepositAt, corrected.LastDepositAt));
        Assert.Null(corrected.DaysLate(March(60)));
        var late = Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 35));
        Assert.Equal(4, late.DaysLate(March(60)));
    }

    [Fact]
    public void Lines_outside_the_contract_do_not_make_up_for_missing_ones()
    {
        var progress = Of((1, ReturnState.Draft, 2)) with
        {
            Expected = [Named("TES-1"), Named("ENF-1"), Named("EMP-1")],
            Given = [Named("EMP-1"), Named("DRO-6")],
        };
        Assert.Equal(1, progress.GivenOfExpected);
        Assert.Equal(["ENF-1", "TES-1"], progress.Missing.Select(indicator => indicator.Code));
    }

    private static ReturnProgress Of(params (int Version, ReturnState State, int Day)[] events) => new()
    {
        Territory = new("243500139", null, "Rennes Métropole", "METRO", "35", "53", 1, 2024, null),
        Deadline = _deadline,
        Life = FollowedReturn.Steps(events),
        Expected = [],
        Given = [],
    };

    private static Indicator Named(string code) => Indicators.Find(code)!;

    private static DateTimeOffset March(int day) => FollowedReturn.Noon(day);
}
