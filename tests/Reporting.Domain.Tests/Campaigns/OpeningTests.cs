using System.Globalization;
using Reporting.Domain.Campaigns;
using Reporting.Domain.Contracts;
using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Campaigns;

public sealed class OpeningTests
{
    private static readonly Campaign Campaign = Campaign.Statutory(2024);
    private static readonly LateException InMay = Exception("2025-05-05T09:00:00+02:00", "2025-05-16T00:00:00+02:00");
    private static readonly ReturnSituation Situation = new(
        new("243300316", null, "Bordeaux Métropole", "METRO", "33", "75", 854_334, 2024, null), Campaign, [], ContractYears.Pacte,
        new([]));

    [Fact]
    public void In_March_a_return_is_open_until_the_campaign_closes() =>
        AssertOpen("2025-04-01T00:00:00+02:00", [], "2025-03-10T12:00:00+01:00");

    [Theory]
    [InlineData("2025-02-28T23:59:59.999+01:00", CampaignState.Upcoming, null, "2025-03-01T00:00:00+01:00")]
    [InlineData("2025-04-01T00:00:00.000+02:00", CampaignState.Closed, "2025-04-01T00:00:00+02:00", null)]
    public void Outside_March_the_calendar_locks_it(string instant, CampaignState state, string? since, string? until) =>
        Assert.Equal(
            [new ReturnLock.Calendar(Campaign, state, AtOrNull(since), AtOrNull(until))],
            Post([], instant).Locks);

    [Theory]
    [InlineData("2025-02-28T23:59:59.999+01:00", false)]
    [InlineData("2025-03-01T00:00:00.000+01:00", true)]
    [InlineData("2025-02-28T23:00:00.000Z", true)]
    [InlineData("2025-03-30T01:59:59.999+01:00", true)]
    [InlineData("2025-03-30T03:00:00.000+02:00", true)]
    [InlineData("2025-03-31T21:59:59.999Z", true)]
    [InlineData("2025-03-31T22:00:00.000Z", false)]
    [InlineData("2025-03-31T23:00:00.000+01:00", false)]
    public void The_window_starts_in_winter_time_and_ends_in_summer_time(string instant, bool isOpen) =>
        Assert.Equal(isOpen, Post([], instant).IsOpen);

    [Theory]
    [InlineData("2025-05-05T08:59:59.999+02:00", false)]
    [InlineData("2025-05-05T09:00:00.000+02:00", true)]
    [InlineData("2025-05-15T23:59:59.999+02:00", true)]
    [InlineData("2025-05-16T00:00:00.000+02:00", false)]
    public void A_late_exception_opens_it_from_its_first_instant_to_before_its_end(string instant, bool isOpen)
    {
        var opening = Post([InMay], instant);
        Assert.Equal((isOpen, isOpen ? At("2025-05-16T00:00:00+02:00") : null), (opening.IsOpen, opening.Until));
    }

    [Fact]
    public void An_exception_given_before_the_close_carries_on_after_it()
    {
        var extension = Exception("2025-03-20T09:00:00+01:00", "2025-04-08T00:00:00+02:00");
        AssertOpen("2025-04-08T00:00:00+02:00", [extension], "2025-03-25T12:00:00+01:00");
        AssertOpen("2025-04-08T00:00:00+02:00", [extension], "2025-04-02T12:00:00+02:00");
    }

    [Fact]
    public void An_exception_that_ends_in_March_shortens_nothing() =>
        AssertOpen(
            "2025-04-01T00:00:00+02:00", [Exception("2025-03-02T00:00:00+01:00", "2025-03-12T00:00:00+01:00")],
            "2025-03-10T12:00:00+01:00");

    [Fact]
    public void The_exception_that_ends_last_decides() =>
        AssertOpen(
            "2025-05-20T00:00:00+02:00", [InMay, Exception("2025-05-06T00:00:00+02:00", "2025-05-20T00:00:00+02:00")],
            "2025-05-10T00:00:00+02:00");

    [Fact]
    public void An_exception_may_open_it_before_March() =>
        AssertOpen(
            "2025-02-10T00:00:00+01:00", [Exception("2025-02-01T00:00:00+01:00", "2025-02-10T00:00:00+01:00")],
            "2025-02-05T00:00:00+01:00");

    [Fact]
    public void It_is_locked_since_it_was_last_open()
    {
        var held = Assert.IsType<ReturnLock.Calendar>(Assert.Single(Post([InMay], "2025-06-01T00:00:00+02:00").Locks));
        Assert.Equal(At("2025-05-16T00:00:00+02:00"), held.Since);
        Assert.Null(held.Until);
    }

    [Fact]
    public void A_return_sent_back_is_open_to_its_answer_and_no_longer_once_that_is_accepted()
    {
        var sentBack = Sent(1, ReturnState.Deposited, "2025-03-20T10:00:00+01:00")
            .Concat(Sent(2, ReturnState.SentBack, "2025-04-10T10:00:00+02:00", "2025-04-26T00:00:00+02:00")).ToList();
        Assert.True(At(sentBack, "2025-04-25T23:59:59.999+02:00").IsOpen);
        Assert.False(At(sentBack, "2025-04-26T00:00:00.000+02:00").IsOpen);
        Assert.False(At(sentBack, "2025-04-10T09:59:59.999+02:00").IsOpen);

        ReturnEvent[] answered =
        [
            .. sentBack, new(3, 2, ReturnState.Draft, At("2025-04-11T10:00:00+02:00")),
            new(4, 2, ReturnState.Deposited, At("2025-04-11T10:01:00+02:00")),
            new(5, 2, ReturnState.Validated, At("2025-04-12T10:00:00+02:00")) { Review = new("commissaire", null, null) },
        ];
        Assert.True(At(answered[..4], "2025-04-12T09:00:00+02:00").IsOpen);
        Assert.False(At(answered, "2025-04-12T10:00:00+02:00").IsOpen);
    }

    [Fact]
    public void Every_lock_is_named_at_once()
    {
        var situation = Situation with
        {
            Territory = Situation.Territory with { SignatorySince = 2026 },
            Contract = new(2026, 2027),
        };
        Assert.Equal(
            [
                new ReturnLock.Calendar(Campaign, CampaignState.Closed, At("2025-04-01T00:00:00+02:00"), null),
                new ReturnLock.NotSignatory(2026, null),
                new ReturnLock.ContractNotInForce(new(2026, 2027)),
                new ReturnLock.WrongState(null, null, null),
            ],
            Opening.For(ReturnAction.Deposit, situation, At("2025-06-01T00:00:00+02:00")).Locks);
    }

    [Fact]
    public void A_contract_that_is_missing_locks_the_deposit_and_not_the_draft()
    {
        var situation = Situation with { Contract = null };
        Assert.True(Opening.For(ReturnAction.Post, situation, At("2025-03-10T12:00:00+01:00")).IsOpen);
        Assert.Contains(
            new ReturnLock.ContractMissing(),
            Opening.For(ReturnAction.Deposit, situation, At("2025-03-10T12:00:00+01:00")).Locks);
    }

    [Fact]
    public void A_review_is_not_bound_to_the_calendar()
    {
        var deposited = Situation with { Life = new([.. Sent(1, ReturnState.Deposited, "2025-03-20T10:00:00+01:00")]) };
        var november = At("2025-11-01T00:00:00+01:00");
        Assert.True(Opening.For(ReturnAction.Validate, deposited, november).IsOpen);
        Assert.True(Opening.For(ReturnAction.SendBack, deposited, november).IsOpen);
        Assert.Equal(
            [new ReturnLock.WrongState(1, ReturnState.Deposited, At("2025-03-20T10:00:00+01:00"))],
            Opening.For(ReturnAction.Reopen, deposited, november).Locks);
    }

    private static void AssertOpen(string until, LateException[] exceptions, string instant)
    {
        var opening = Post(exceptions, instant);
        Assert.True(opening.IsOpen);
        Assert.Equal(At(until), opening.Until);
    }

    private static Opening Post(LateException[] exceptions, string instant) =>
        Opening.For(ReturnAction.Post, Situation with { Exceptions = exceptions }, At(instant));

    private static Opening At(IReadOnlyList<ReturnEvent> events, string instant) =>
        Opening.For(ReturnAction.Post, Situation with { Life = new(events) }, At(instant));

    private static IEnumerable<ReturnEvent> Sent(int sequence, ReturnState state, string at, string? until = null) =>
        [new(sequence, 1, state, At(at)) { Review = until is null ? null : new("commissaire", "Revoir ENF-1", At(until)) }];

    private static LateException Exception(string from, string to) =>
        new(Guid.Empty, 2024, "243300316", At(from), "dgcs", At(to), "Panne du système d'information");

    private static DateTimeOffset? AtOrNull(string? instant) => instant is null ? null : At(instant);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
