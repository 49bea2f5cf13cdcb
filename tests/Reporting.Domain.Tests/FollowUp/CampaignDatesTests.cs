using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;
using static Reporting.Domain.Tests.FollowUp.FollowedReturn;

namespace Reporting.Domain.Tests.FollowUp;

public sealed class CampaignDatesTests
{
    [Fact]
    public void The_campaign_opens_with_March_and_its_last_day_ends_with_it()
    {
        var dates = CampaignDates.Of(Of(), Noon(10)).ToList();
        Assert.Equal(
            [
                (MilestoneKind.Opening, "ouverture-2025", Midnight(1), Midnight(2)),
                (MilestoneKind.Closing, "fermeture-2025", Midnight(31), Midnight(32)),
            ],
            dates.Select(date => (date.Kind, date.Key, date.From, date.Until)));
    }

    [Fact]
    public void A_deadline_urges_until_the_deposit_and_again_when_it_is_sent_back()
    {
        Assert.True(Closing(Of(), 10).Urges);
        Assert.True(Closing(Of((1, ReturnState.Draft, 2)), 10).Urges);
        Assert.False(Closing(Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3)), 10).Urges);
        Assert.True(Closing(Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.SentBack, 4)), 10).Urges);
        Assert.False(Closing(Of(), 32).Urges);
    }

    [Fact]
    public void A_leave_shows_its_last_day()
    {
        var date = Single(Of() with { Exceptions = [Leave(33, 45)] }, MilestoneKind.LeaveEnd, 40);
        Assert.Equal((Midnight(44), Midnight(45), Noon(33)), (date.From, date.Until, date.ChangedAt));
        Assert.Equal("derogation-018f0000-0000-7000-8000-000000000001", date.Key);
    }

    [Fact]
    public void A_leave_that_is_taken_back_is_called_off()
    {
        var leave = Leave(33, 45) with { Revocation = new(Noon(35), "dgcs", "Erreur") };
        var date = Single(Of() with { Exceptions = [leave] }, MilestoneKind.LeaveEnd, 36);
        Assert.Equal((true, false, 1, Noon(35), Midnight(45)), (date.Cancelled, date.Urges, date.Revision, date.ChangedAt, date.Until));
    }

    [Fact]
    public void Dates_that_were_moved_say_how_often_and_when()
    {
        var moved = Of() with { Campaign = new(2025, Midnight(5), Midnight(40)), Moves = 2, MovedAt = Noon(-20) };
        Assert.All(
            CampaignDates.Of(moved, Noon(10)), date => Assert.Equal((2, Noon(-20)), (date.Revision, date.ChangedAt)));
        Assert.Equal((Midnight(39), Midnight(40)), (Closing(moved, 10).From, Closing(moved, 10).Until));
    }

    [Fact]
    public void A_version_sent_back_has_a_last_day_to_answer_which_a_deposit_calls_off()
    {
        var sentBack = Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.SentBack, 30)).AnsweredUntil(46);
        var due = Single(sentBack, MilestoneKind.CorrectionDue, 40);
        Assert.Equal(("correction-2025-3", 1, true, false), (due.Key, due.Version, due.Urges, due.Cancelled));
        Assert.Equal((Midnight(45), Midnight(46), Noon(30)), (due.From, due.Until, due.ChangedAt));

        var answered = Of(
            (1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.SentBack, 30), (2, ReturnState.Draft, 41),
            (2, ReturnState.Deposited, 42)).AnsweredUntil(46);
        due = Single(answered, MilestoneKind.CorrectionDue, 43);
        Assert.Equal((true, false, 1, Noon(42)), (due.Cancelled, due.Urges, due.Revision, due.ChangedAt));
    }

    [Fact]
    public void A_deposit_waits_thirty_days_for_a_review_which_calls_the_date_off()
    {
        var waiting = Single(Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3)), MilestoneKind.ReviewDue, 10);
        Assert.Equal(("examen-2025-1", 1, 0, false), (waiting.Key, waiting.Version, waiting.Revision, waiting.Cancelled));
        // Thirty days after 3 March is 2 April, which is the 33rd day of March.
        Assert.Equal((Midnight(33), Midnight(34)), (waiting.From, waiting.Until));

        var reviewed = Single(
            Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.Validated, 9)), MilestoneKind.ReviewDue, 10);
        Assert.Equal(("examen-2025-1", 1, true, Noon(9)), (reviewed.Key, reviewed.Revision, reviewed.Cancelled, reviewed.ChangedAt));
    }

    [Fact]
    public void A_second_deposit_is_the_one_to_review()
    {
        var dates = CampaignDates.Of(
            Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (2, ReturnState.Draft, 4), (2, ReturnState.Deposited, 5)), Noon(10))
            .Where(date => date.Kind is MilestoneKind.ReviewDue);
        Assert.Equal([(1, true), (2, false)], dates.Select(date => (date.Version!.Value, date.Cancelled)));
    }

    private static Milestone Closing(TerritoryCampaign of, int day) => Single(of, MilestoneKind.Closing, day);

    private static Milestone Single(TerritoryCampaign of, MilestoneKind kind, int day) =>
        CampaignDates.Of(of, Noon(day)).Single(date => date.Kind == kind);
}
