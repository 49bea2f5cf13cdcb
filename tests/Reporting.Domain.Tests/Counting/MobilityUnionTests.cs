using System.Numerics;
using CsCheck;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;

namespace Reporting.Domain.Tests.Counting;

/// <summary>EMP-1 and TES-2 against sets of people, drawn as the bits of a number.</summary>
public sealed class MobilityUnionTests
{
    private static readonly Gen<(int People, bool IsTold)[]> Drawn =
        Gen.Select(Gen.Int[0, (1 << 10) - 1], Gen.Bool).Array[1, 4];

    private static readonly Gen<(int People, bool IsTold, bool IsJobSeekers)[]> Diagnosed =
        Gen.Select(Gen.Int[0, (1 << 10) - 1], Gen.Bool, Gen.Bool).Array[1, 5];

    [Fact]
    public void TES_2_and_the_EMP_1_derived_from_it_hold_the_true_unions() =>
        Diagnosed.Sample(diagnosed =>
        {
            var counted = Count(Mobility(diagnosed));

            Assert.True(counted.IsAcceptable);
            Holds(Union(diagnosed.Select(c => c.People)), counted.Line("TES-2"), diagnosed.All(c => c.IsTold));
            var seekers = diagnosed.Where(c => c.IsJobSeekers).ToArray();
            Holds(Union(seekers.Select(c => c.People)), counted.Line("EMP-1"), seekers.All(c => c.IsTold));
        });

    [Fact]
    public void EMP_1_by_contributions_holds_its_union_with_the_job_seekers() =>
        Gen.Select(Drawn, Diagnosed).Sample((own, diagnosed) =>
        {
            var seekers = diagnosed.Where(c => c.IsJobSeekers).ToArray();
            var counted = Count(Employment(own, Union(seekers.Select(c => c.People))), Mobility(diagnosed));

            Assert.True(counted.IsAcceptable);
            Holds(
                Union(own.Select(c => c.People).Concat(seekers.Select(c => c.People))), counted.Line("EMP-1"),
                own.All(c => c.IsTold) && seekers.All(c => c.IsTold));
        });

    [Fact]
    public void A_declared_EMP_1_holds_its_union_with_the_job_seekers() =>
        Gen.Select(Gen.Int[0, (1 << 10) - 1], Gen.Bool, Diagnosed).Sample((own, isTold, diagnosed) =>
        {
            var seekers = diagnosed.Where(c => c.IsJobSeekers).ToArray();
            var shared = Size(own & Union(seekers.Select(c => c.People)));
            var counted = Count(Declared("EMP-1", Size(own), isTold ? shared : null), Mobility(diagnosed));

            Assert.True(counted.IsAcceptable);
            Holds(
                own | Union(seekers.Select(c => c.People)), counted.Line("EMP-1"), isTold && seekers.All(c => c.IsTold));
        });

    private static void Holds(int people, CountedLine? line, bool exactly)
    {
        Assert.InRange(Size(people), line?.LowerBound ?? 0, line?.Value ?? 0);
        if (exactly)
        {
            Assert.Equal(line?.LowerBound, line?.Value);
        }
    }

    private static ReturnLine Employment((int People, bool IsTold)[] own, int jobSeekers)
    {
        var before = 0;
        var contributions = new List<Contribution>();
        foreach (var (people, isTold) in own)
        {
            contributions.Add(C("2.1", Size(people),
                duplicates: isTold ? Size(people & before) : null,
                ofWhichMobility: Size(people & ~before & jobSeekers)));
            before |= people;
        }

        return Line("EMP-1", [.. contributions]);
    }

    /// <summary>Posted as drawn; what each repeats is told against the order of the union, job seekers first.</summary>
    private static ReturnLine Mobility((int People, bool IsTold, bool IsJobSeekers)[] diagnosed)
    {
        var seekers = Union(diagnosed.Where(c => c.IsJobSeekers).Select(c => c.People));
        return Line("TES-2", [.. diagnosed.Select((c, index) =>
        {
            var before = Union(diagnosed.Take(index).Where(b => b.IsJobSeekers == c.IsJobSeekers).Select(b => b.People))
                | (c.IsJobSeekers ? 0 : seekers);
            return C("4.1", Size(c.People), withoutFollowUp: 0, fundingAxis: c.IsJobSeekers ? "emploi" : "transition",
                duplicates: c.IsTold ? Size(c.People & before) : null);
        })]);
    }

    private static int Union(IEnumerable<int> sets) => sets.Aggregate(0, (union, people) => union | people);

    private static int Size(int people) => BitOperations.PopCount((uint)people);
}
