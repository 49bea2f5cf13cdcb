using CsCheck;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Returns;
using static Reporting.Domain.Tests.FollowUp.FollowedReturn;

namespace Reporting.Domain.Tests.FollowUp;

public sealed class RemindersTests
{
    [Fact]
    public void Nothing_is_told_before_the_campaign_opens()
    {
        Assert.Empty(Reminders.Of(Of(), Midnight(1).AddTicks(-1)));
        Assert.Equal([(ReminderKind.Opened, Midnight(1))], Told(Of(), Midnight(1)));
    }

    [Fact]
    public void Who_does_not_deposit_is_told_a_week_and_a_day_before_the_last_day_and_at_the_end() =>
        Assert.Equal(
            [
                (ReminderKind.DeadlineMissed, Midnight(32)), (ReminderKind.DeadlineNear, Midnight(30)),
                (ReminderKind.DeadlineNear, Midnight(24)), (ReminderKind.Opened, Midnight(1)),
            ],
            Told(Of((1, ReturnState.Draft, 20)), Noon(60)));

    [Fact]
    public void Who_deposits_in_time_is_told_what_happens_and_not_urged_any_more() =>
        Assert.Equal(
            [
                (ReminderKind.Validated, Noon(40)), (ReminderKind.Deposited, Noon(29)), (ReminderKind.SentBack, Noon(28)),
                (ReminderKind.Deposited, Noon(25)), (ReminderKind.DeadlineNear, Midnight(24)), (ReminderKind.Opened, Midnight(1)),
            ],
            Told(
                Of(
                    (1, ReturnState.Draft, 20), (1, ReturnState.Deposited, 25), (1, ReturnState.SentBack, 28),
                    (2, ReturnState.Draft, 29), (2, ReturnState.Deposited, 29), (2, ReturnState.Validated, 40)),
                Noon(60)));

    [Fact]
    public void A_leave_is_told_and_urges_by_its_own_end() =>
        Assert.Equal(
            [
                (ReminderKind.DeadlineMissed, Midnight(45)), (ReminderKind.DeadlineNear, Midnight(43)),
                (ReminderKind.DeadlineNear, Midnight(37)), (ReminderKind.LeaveGranted, Noon(33)),
            ],
            Told(Of() with { Exceptions = [Leave(33, 45)] }, Noon(60)).Take(4));

    [Fact]
    public void A_leave_of_a_few_days_does_not_warn_of_what_was_a_week_before_it_was_given() =>
        Assert.Equal(
            [(ReminderKind.DeadlineNear, Midnight(37)), (ReminderKind.LeaveGranted, Noon(33))],
            Told(Of() with { Exceptions = [Leave(33, 39)] }, Noon(38)).Take(2));

    [Fact]
    public void A_leave_that_is_taken_back_is_told_and_urges_no_more()
    {
        var leave = Leave(33, 45) with { Revocation = new(Noon(40), "dgcs", "Erreur") };
        Assert.Equal(
            [(ReminderKind.LeaveRevoked, Noon(40)), (ReminderKind.DeadlineNear, Midnight(37)), (ReminderKind.LeaveGranted, Noon(33))],
            Told(Of() with { Exceptions = [leave] }, Noon(60)).Take(3));
    }

    [Fact]
    public void Who_does_not_answer_a_review_is_urged_by_the_end_of_the_time_to_answer() =>
        Assert.Equal(
            [
                (ReminderKind.DeadlineMissed, Midnight(46)), (ReminderKind.DeadlineNear, Midnight(44)),
                (ReminderKind.DeadlineNear, Midnight(38)), (ReminderKind.DeadlineMissed, Midnight(32)), (ReminderKind.SentBack, Noon(31)),
            ],
            Told(
                Of((1, ReturnState.Draft, 2), (1, ReturnState.Deposited, 3), (1, ReturnState.SentBack, 31)).AnsweredUntil(46),
                Noon(60)).Take(5));

    [Fact]
    public void What_was_told_once_is_told_for_good_whatever_happens_later()
    {
        ReturnState[] all = [ReturnState.Draft, ReturnState.Deposited, ReturnState.SentBack, ReturnState.Validated];
        var states = Gen.Int[0, 3].Select(index => all[index]);
        Gen.Select(Gen.Select(Gen.Int[1, 3], states, Gen.Int[1, 60]).Array[0, 8], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((steps, one, other) =>
        {
            var of = Of([.. steps.OrderBy(step => step.Item3)]) with { Exceptions = [Leave(33, 45)] };
            var (earlier, later) = (Noon(Math.Min(one, other)), Noon(Math.Max(one, other)));
            var known = of with { Life = of.Life.AsOf(earlier) };
            var then = Reminders.Of(known, earlier).ToList();
            var now = Reminders.Of(of, later).ToList();
            return then.All(now.Contains) && now.Select(reminder => reminder.Key).Distinct().Count() == now.Count;
        });
    }

    private static IEnumerable<(ReminderKind Kind, DateTimeOffset At)> Told(TerritoryCampaign of, DateTimeOffset now) =>
        Reminders.Of(of, now).Select(reminder => (reminder.Kind, reminder.At));
}
