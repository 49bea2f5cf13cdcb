using System.Numerics;
using CsCheck;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting;

/// <summary>
/// Section 3 against sets of people: a contribution is drawn as a set of up to 12 people (the bits of a number), so
/// that the true union can be counted one by one.
/// </summary>
public sealed class UnionTests
{
    private static readonly Gen<int> People = Gen.Int[0, (1 << 12) - 1];

    private static readonly Gen<(int People, int Outside, bool IsTold)[]> Contributions =
        Gen.Select(People, Gen.Int[0, 3], Gen.Bool).Array[1, 6];

    private static readonly Gen<string> Kinds = Gen.OneOf(
        "ENF-1", "ENF-2", "ENF-3", "ENF-4", "EMP-1", "EMP-2", "DRO-1", "DRO-2", "DRO-3", "DRO-6", "DRO-7", "DRO-8",
        "TES-1", "TES-3");

    [Fact]
    public void With_every_overlap_told_the_line_is_the_union() =>
        Gen.Select(Kinds, Contributions).Sample((code, drawn) =>
        {
            var line = Count(Drawn(code, [.. drawn.Select(c => c with { IsTold = true })])).Line(code)!;

            Assert.Equal(Size(drawn.Select(c => c.People)), line.Value);
            Assert.Equal(line.Value, line.LowerBound);
        });

    [Fact]
    public void With_overlaps_left_out_the_union_lies_within_the_bounds() =>
        Gen.Select(Kinds, Contributions).Sample((code, drawn) =>
        {
            var line = Count(Drawn(code, drawn)).Line(code)!;

            Assert.InRange(Size(drawn.Select(c => c.People)), line.LowerBound, line.Value);
        });

    [Fact]
    public void Bounds_that_differ_are_told_and_bounds_that_agree_are_not() =>
        Gen.Select(Kinds, Contributions).Sample((code, drawn) =>
        {
            var counted = Count(Drawn(code, drawn));

            Assert.Equal(
                counted.Line(code)!.LowerBound < counted.Line(code)!.Value,
                counted.Findings.Any(finding => finding.Message.Code == "doublons-non-declares"));
        });

    [Theory]
    [InlineData("DRO-4")]
    [InlineData("DRO-5")]
    public void Posts_and_files_add_up(string code) =>
        Gen.Int[0, 50].Array[1, 6].Sample(units =>
        {
            var line = Count(Line(code, [.. units.Select(u => C("3.1", u))])).Line(code)!;

            Assert.Equal(units.Sum(), line.Value);
            Assert.Equal(units.Sum(), line.LowerBound);
        });

    private static ReturnLine Drawn(string code, (int People, int Outside, bool IsTold)[] drawn)
    {
        var before = 0;
        var contributions = new List<Contribution>();
        foreach (var (people, outside, isTold) in drawn)
        {
            contributions.Add(Minimal(code, Size(people) + outside) with
            {
                OutOfPublic = outside,
                Duplicates = isTold ? Size(people & before) : null,
            });
            before |= people;
        }

        return Line(code, [.. contributions]);
    }

    private static Contribution Minimal(string code, int headcount) => code switch
    {
        "DRO-1" => C("3.1", headcount, modality: "permanence"),
        "DRO-7" => C("3.1", headcount, shantytownMethod: true),
        "TES-1" => C("4.1", headcount, withoutFollowUp: 0),
        _ => C("3.1", headcount),
    };

    private static int Size(int people) => BitOperations.PopCount((uint)people);

    private static int Size(IEnumerable<int> sets) => Size(sets.Aggregate(0, (union, people) => union | people));
}
