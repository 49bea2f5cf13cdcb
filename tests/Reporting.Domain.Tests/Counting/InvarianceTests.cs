using CsCheck;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Counting;

/// <summary>What does not change the figures of a return.</summary>
public sealed class InvarianceTests
{
    [Fact]
    public void Counting_twice() => ForAny((posted, context) =>
        Assert.Equal(Outcomes.Write(ReturnCounter.Count(posted, context)), Outcomes.Write(ReturnCounter.Count(posted, context))));

    [Fact]
    public void The_order_of_lines() => ForAny((posted, context) =>
    {
        var once = posted with { Lines = [.. posted.Lines.DistinctBy(line => line.Code)] };

        Assert.Equal(
            Outcomes.WriteLines(ReturnCounter.Count(once, context)),
            Outcomes.WriteLines(ReturnCounter.Count(once with { Lines = [.. once.Lines.Reverse()] }, context)));
    });

    [Fact]
    public void The_contract_and_the_year_before_which_only_warn() => ForAny((posted, context) =>
    {
        var draft = context with { ForDeposit = false };

        Assert.Equal(
            Outcomes.WriteLines(ReturnCounter.Count(posted, draft)),
            Outcomes.WriteLines(ReturnCounter.Count(posted, new(null, new Dictionary<string, decimal>(), ForDeposit: false))));
    });

    [Fact]
    public void Comments_and_labels() => ForAny((posted, context) =>
        Assert.Equal(
            Outcomes.Write(ReturnCounter.Count(posted, context)),
            Outcomes.Write(ReturnCounter.Count(Edit(posted, line => line with { Comment = "x" }, c => c with { Label = "x" }), context))));

    [Fact]
    public void An_estimate_told_or_not() => ForAny((posted, context) =>
        Assert.Equal(
            Figures(ReturnCounter.Count(posted, context)),
            Figures(ReturnCounter.Count(Edit(posted, line => line, c => c with { Estimated = true }), context))));

    [Fact]
    public void The_method_of_DRO_7() => ForAny((posted, context) =>
        Assert.Equal(
            Figures(ReturnCounter.Count(posted, context)),
            Figures(ReturnCounter.Count(
                Edit(posted, line => line, c => c.ShantytownMethod is null ? c : c with { ShantytownMethod = !c.ShantytownMethod }),
                context))));

    private static IEnumerable<(string, decimal, decimal, decimal)> Figures(CountedReturn counted) =>
        counted.Lines.Select(line => (line.Indicator.Code, line.Gross, line.LowerBound, line.Value));

    private static Return Edit(Return posted, Func<ReturnLine, ReturnLine> line, Func<Contribution, Contribution> contribution) =>
        posted with
        {
            Lines = [.. posted.Lines.Select(l => line(l) with { Contributions = l.Contributions?.Select(contribution).ToList() })],
        };

    private static void ForAny(Action<Return, CountingContext> holds) =>
        Gen.Select(Gen.ULong, Gen.Int[1, 20]).Sample(
            (seed, maxLines) => holds(GeneratedReturns.One(seed, maxLines), GeneratedContexts.One(seed)), iter: 1_000);
}
