using CsCheck;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Counting;

/// <summary>What holds of any return, right or wrong. A failure prints the seed and the number of lines that show it.</summary>
public sealed class IdentityTests
{
    private static readonly string[] PartsOfEmp1 = ["EMP-3A", "EMP-3B", "EMP-3C"];

    [Fact]
    public void Gross_and_effects_make_the_value() => ForAny((_, counted) =>
        Assert.All(counted.Lines, line => Assert.Equal(line.Value, line.Gross + line.Explanation.Sum(effect => effect.Amount))));

    [Fact]
    public void Bounds_are_ordered_and_never_negative() => ForAny((_, counted) =>
        Assert.All(counted.Lines, line =>
        {
            Assert.InRange(line.LowerBound, 0, line.Value);
            Assert.All(line.Contributions, c => Assert.InRange(c.Retained, 0, c.Posted.Headcount));
        }));

    [Fact]
    public void Posts_and_files_are_known_exactly() => ForAny((_, counted) =>
        Assert.All(
            counted.Lines.Where(line => line.Indicator.Code is "DRO-4" or "DRO-5"),
            line => Assert.Equal(line.Value, line.LowerBound)));

    [Fact]
    public void Parts_of_EMP_1_are_within_it() => ForAny((_, counted) =>
    {
        var whole = counted.Lines.SingleOrDefault(line => line.Indicator.Code == "EMP-1");
        Assert.All(
            counted.Lines.Where(line => whole is not null && PartsOfEmp1.Contains(line.Indicator.Code)),
            part => Assert.InRange(part.Value, 0, whole!.Value));
    });

    [Fact]
    public void Figures_have_the_decimals_of_their_unit() => ForAny((_, counted) =>
        Assert.All(counted.Lines, line => Assert.Equal(decimal.Round(line.Value, line.Indicator.Code == "DRO-4" ? 2 : 0), line.Value)));

    [Fact]
    public void Lines_are_in_catalogue_order_one_an_indicator() => ForAny((_, counted) =>
    {
        var codes = counted.Lines.Select(line => line.Indicator.Code).ToList();
        Assert.Equal(Indicators.All.Select(indicator => indicator.Code).Where(codes.Contains), codes);
    });

    [Fact]
    public void A_return_with_an_error_is_not_acceptable_and_its_other_lines_are_counted() => ForAny((posted, counted) =>
    {
        Assert.Equal(counted.Findings.All(finding => finding.Severity != Severity.Error), counted.IsAcceptable);
        if (counted.IsAcceptable)
        {
            Assert.Equal(
                posted.Lines.Select(line => line.Code).Order(),
                counted.Lines.Where(line => !line.Derived).Select(line => line.Indicator.Code).Order());
        }
    });

    [Fact]
    public void Every_pointer_and_every_mend_resolves_in_the_posted_document() => ForAny((posted, counted) =>
    {
        var places = PostedPointers.Of(posted);
        Assert.All(
            counted.Findings.SelectMany(finding =>
                finding.OtherPointers.Append(finding.Pointer).Concat(finding.Fix.Select(fix => fix.Path))),
            pointer => Assert.Contains(pointer, places));
    });

    [Fact]
    public void A_place_is_told_once_a_finding() => ForAny((_, counted) =>
        Assert.All(counted.Findings, finding => Assert.Distinct(finding.OtherPointers.Prepend(finding.Pointer))));

    [Fact]
    public void A_cause_is_told_once_with_what_is_wrong_at_each_place() => ForAny((_, counted) =>
    {
        Assert.Distinct(counted.Findings.Select(finding =>
            (finding.Rule, finding.Severity, finding.Message.Code, finding.Message.Together ?? finding.Message.Text, finding.Fix is [])));
        Assert.All(counted.Findings.Where(finding => finding.Places is not []), finding =>
        {
            Assert.Equal(finding.OtherPointers.Prepend(finding.Pointer), finding.Places.Select(place => place.Pointer).Distinct());
            Assert.DoesNotContain(finding.Places, place => place.Text == finding.Message.Text);
        });
    });

    [Fact]
    public void Effects_cite_the_rule_that_made_them() => ForAny((_, counted) =>
        Assert.All(counted.Lines.SelectMany(line => line.Explanation.Select(effect => (line, effect))), explained =>
        {
            var rule = RuleRegister.For(explained.line.Indicator).Single(rule => rule.Id == explained.effect.Rule);
            Assert.Equal(rule.Clause, explained.effect.Clause);
            Assert.InRange(explained.effect.Contribution ?? 1, 1, Math.Max(1, explained.line.Contributions.Count));
            Assert.NotEmpty(explained.effect.Text);
        }));

    private static void ForAny(Action<Return, CountedReturn> holds) =>
        Gen.Select(Gen.ULong, Gen.Int[1, 20]).Sample((seed, maxLines) =>
        {
            var posted = GeneratedReturns.One(seed, maxLines);
            holds(posted, ReturnCounter.Count(posted, GeneratedContexts.One(seed)));
        }, iter: 1_000);
}
