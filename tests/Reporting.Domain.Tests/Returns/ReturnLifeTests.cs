using Reporting.Domain.Returns;
using static Reporting.Domain.Returns.ReturnState;

namespace Reporting.Domain.Tests.Returns;

public sealed class ReturnLifeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_posted_is_nothing_in_force()
    {
        var life = Of();
        Assert.Null(life.InForce);
        Assert.Null(life.Latest);
        Assert.NotNull(life.DepositLock);
        Assert.NotNull(life.ReviewLock);
    }

    // Versions and states in order, then what is in force, what awaits review and what a review means without naming it.
    [Theory]
    [InlineData("1b", null, null, null)]
    [InlineData("1b 1d", 1, 1, 1)]
    [InlineData("1b 1d 2b", 1, 1, 1)]
    [InlineData("1b 1d 2b 2d", 2, 2, null)]
    [InlineData("1b 1d 1r", null, null, 1)]
    [InlineData("1b 1d 2b 2d 2r", null, null, null)]
    [InlineData("1b 1d 1v", 1, null, 1)]
    [InlineData("1b 1d 1v 2b", 1, null, 1)]
    [InlineData("1b 1d 1v 2b 2d", 1, 2, null)]
    [InlineData("1b 1d 1v 2b 2d 2r", 1, null, null)]
    [InlineData("1b 1d 1v 2b 2d 2v", 2, null, null)]
    [InlineData("1b 1d 1v 2b 2d 2v 2r", 1, null, null)]
    [InlineData("1b 1d 1v 1r", null, null, 1)]
    [InlineData("1b 1d 1v 2b 2d 1r", 2, 2, null)]
    [InlineData("1b 1d 1r 2b 2d", 2, 2, null)]
    public void The_last_validation_stands_and_otherwise_the_last_deposit_until_it_is_sent_back(
        string events, int? inForce, int? awaiting, int? only)
    {
        var life = Parse(events);
        Assert.Equal((inForce, awaiting, only), (life.InForce?.Version, life.Awaiting?.Version, life.OnlyDeposited));
    }

    [Fact]
    public void A_recount_stands_in_the_place_of_what_it_counts_and_does_not_bring_it_back()
    {
        // Version 1 is validated and version 2 is a draft when 1 is counted again as 3; later the DGCS sends 3 back.
        var life = Of((1, Draft), (1, Deposited), (1, Validated), (2, Draft));
        var recounted = new ReturnLife([.. life.Events, At(5, 3, Validated) with { RecountOf = 1 }]);
        Assert.Equal(3, recounted.InForce?.Version);
        Assert.Equal(2, recounted.Latest?.Version);
        Assert.Null(recounted.DepositLock);
        Assert.Null(new ReturnLife([.. recounted.Events, At(6, 3, SentBack)]).InForce);
    }

    [Fact]
    public void A_deposit_counted_again_awaits_review_in_its_new_version()
    {
        var life = Of((1, Draft), (1, Deposited));
        var recounted = new ReturnLife([.. life.Events, At(3, 2, Deposited) with { RecountOf = 1 }]);
        Assert.Equal((2, 2, 2), (recounted.InForce?.Version, recounted.Awaiting?.Version, recounted.Latest?.Version));
        Assert.Null(recounted.OnlyDeposited);
    }

    [Fact]
    public void What_was_known_at_an_instant_is_what_had_happened_by_then()
    {
        var life = Of((1, Draft), (1, Deposited), (1, SentBack));
        Assert.Equal(1, life.AsOf(Start.AddDays(2)).InForce?.Version);
        Assert.Null(life.AsOf(Start.AddDays(3)).InForce);
        Assert.Null(life.AsOf(Start.AddDays(1)).InForce);
        Assert.Empty(life.AsOf(Start).Events);
    }

    [Fact]
    public void The_owner_has_fifteen_whole_days_to_answer_whatever_the_clocks_do() =>
        Assert.Equal(
            new DateTimeOffset(2026, 4, 5, 0, 0, 0, TimeSpan.FromHours(2)),
            Review.EndOfAnswer(new(2026, 3, 20, 23, 59, 59, TimeSpan.FromHours(1))));

    private static ReturnLife Parse(string events) => Of(
    [
        .. events.Split(' ').Select(text => (text[0] - '0', text[1] switch
        {
            'b' => Draft,
            'd' => Deposited,
            'v' => Validated,
            'r' => SentBack,
            _ => throw new FormatException(text),
        })),
    ]);

    private static ReturnLife Of(params (int Version, ReturnState State)[] events) =>
        new([.. events.Select((entry, index) => At(index + 1, entry.Version, entry.State))]);

    private static ReturnEvent At(int sequence, int version, ReturnState state) =>
        new(sequence, version, state, Start.AddDays(sequence));
}
