using CsCheck;
using Reporting.Domain.Catalogue;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Secrecy;

namespace Reporting.Api.Tests.Secrecy;

/// <summary>
/// An attacker who knows how each territory works (which actions there are, who funds them, whether what is counted twice
/// is declared) writes down every published part of EMP-1 and TES-2, and how the rules join them. No group of fewer
/// people than the threshold may come out.
/// </summary>
public sealed class DetailAttackTests
{
    private const int Threshold = 5;

    // Few, many, and many but for a few.
    private static readonly Gen<int> Count = Gen.OneOf(Gen.Int[1, 8], Gen.Int[20, 40], Gen.Int[95, 110]);

    private static readonly Gen<(int Headcount, int Excluded, int Share, int Kind)> Part =
        Gen.Select(Count, Gen.OneOf(Gen.Const(0), Gen.Int[0, 9]), Gen.Int[0, 12], Gen.Int[0, 5]);

    private static readonly Gen<CountedReturn> Returns = Gen.Select(Part.List[1, 3], Part.List[0, 3], Gen.Bool, Gen.Int[0, 12]).Select((mobility, employment, isDeclared, shared) =>
    {
        var lines = new List<ReturnLine> { new() { Code = "TES-2", Contributions = Parts(mobility, isMobility: true) } };
        if (isDeclared && employment is not [])
        {
            var value = employment[0].Headcount;
            lines.Add(new() { Code = "EMP-1", Value = value, OfWhichMobility = shared > 8 ? null : Near(value, shared) });
        }
        else if (employment is not [])
        {
            lines.Add(new() { Code = "EMP-1", Contributions = Parts(employment, isMobility: false) });
        }

        return ReturnCounter.Count(new(2025, lines), new(null, new Dictionary<string, decimal>(), false));
    }).Where(counted => counted.IsAcceptable);

    [Fact]
    public void Nobody_in_EMP_1_or_TES_2_comes_out_of_what_is_published_of_both()
    {
        var (small, open) = (0, 0);
        Returns.Sample(
            counted =>
            {
                var counts = SmallestCounts.Of(counted.Lines);
                var attacker = new LinearSystem();
                var groups = new Dictionary<string, decimal>();
                Write(attacker, groups, counted.Lines, counts, Audience.Readers(Threshold));
                attacker.Solve();
                foreach (var (name, people) in groups.Where(group => group.Value is >= 1 and < Threshold))
                {
                    small++;
                    Assert.True(attacker[name].Most - attacker[name].Least >= Threshold, $"{name} is {people}: {attacker[name]}");
                }

                open += counts.Count(count => !Audience.Readers(Threshold).Withholds(count.InDetail));
            },
            iter: 4000, threads: 1);
        Assert.InRange(small, 1000, int.MaxValue);
        Assert.InRange(open, 100, int.MaxValue);
    }

    [Theory]
    // Three people whom EMP-1 declares, beside a hundred advised on mobility.
    [InlineData(3, 0, 100, 0, "own")]
    [InlineData(3, null, 100, 0, "own")]
    // Of a hundred, three are not among the two hundred advised on mobility.
    [InlineData(100, 97, 200, 0, "elsewhere")]
    // Three of those advised on mobility are in EMP-1 by themselves.
    [InlineData(100, 3, 200, 0, "shared")]
    // Three of those advised on mobility look for no job.
    [InlineData(100, 0, 200, 3, "others")]
    public void What_the_rules_join_comes_apart_again_when_nothing_is_withheld_and_not_otherwise(
        int own, int? shared, int jobSeekers, int others, string group)
    {
        var lines = ReturnCounter.Count(
            new(2025,
            [
                new() { Code = "EMP-1", Value = own, OfWhichMobility = shared },
                new()
                {
                    Code = "TES-2",
                    Contributions =
                    [
                        new() { Action = "2.1", Headcount = jobSeekers, WithoutFollowUp = 0, FundingAxis = "emploi" },
                        .. others == 0 ? (Contribution[])[] : [new() { Action = "4.1", Headcount = others, WithoutFollowUp = 0, Duplicates = 0, FundingAxis = "transition" }],
                    ],
                },
            ]),
            new(null, new Dictionary<string, decimal>(), false)).Lines;
        foreach (var (audience, isKnown) in new[] { (Audience.Everything, true), (Audience.Readers(Threshold), false) })
        {
            var attacker = new LinearSystem();
            var groups = new Dictionary<string, decimal>();
            Write(attacker, groups, lines, SmallestCounts.Of(lines), audience);
            attacker.Solve();
            Assert.Equal(3, groups[group]);
            Assert.Equal(isKnown, attacker[group].Most - attacker[group].Least < Threshold);
        }
    }

    private static List<Contribution> Parts(List<(int Headcount, int Excluded, int Share, int Kind)> parts, bool isMobility) =>
    [
        .. parts.Select((part, place) => new Contribution
        {
            Action = $"{place + 1}.1",
            Headcount = part.Headcount,
            WithoutFollowUp = isMobility ? Math.Min(part.Excluded, part.Headcount) : null,
            Duplicates = place == 0 || part.Share > 9 ? null : Near(Math.Min(part.Headcount, parts[0].Headcount), part.Share),
            FundingAxis = isMobility ? part.Kind > 1 ? "emploi" : "transition" : null,
            OfWhichMobility = isMobility || part.Kind > 3 ? null : Near(part.Headcount, part.Kind),
        }),
    ];

    /// <summary>None, a few, or all but a few.</summary>
    private static int Near(int whole, int how) => Math.Clamp(how % 2 == 0 ? how : whole - how, 0, whole);

    private static void Write(
        LinearSystem attacker, Dictionary<string, decimal> groups, IReadOnlyList<CountedLine> lines, IReadOnlyList<SmallestCounts> counts, Audience audience)
    {
        var employment = lines.FirstOrDefault(line => line.Indicator == Indicators.Emp1);
        var mobility = lines.Single(line => line.Indicator == Indicators.Tes2);
        Group("mobility", mobility.Value);
        WriteParts("mobility part", mobility);
        Reads("mobility", mobility.Value, counts[Place(mobility)].InValue);
        if (employment is null)
        {
            return;
        }

        var jobSeekers = mobility.Contributions.Where(IsFunded).Sum(part => part.Retained - (part.Posted.Duplicates ?? 0));
        var added = employment.Explanation.Where(effect => effect.Amount > 0).Sum(effect => effect.Amount);
        Group("jobSeekers", jobSeekers);
        Group("others", mobility.Value - jobSeekers);
        Group("employment", employment.Value);
        Group("own", employment.Value - added);
        Group("elsewhere", employment.Value - jobSeekers);
        Group("shared", jobSeekers - added);
        attacker.Says([("mobility", 1), ("jobSeekers", -1), ("others", -1)], 0, 0);
        attacker.Says([("employment", 1), ("own", -1), ("added", -1)], 0, 0);
        attacker.Says([("employment", 1), ("jobSeekers", -1), ("elsewhere", -1)], 0, 0);
        attacker.Says([("jobSeekers", 1), ("added", -1), ("shared", -1)], 0, 0);
        attacker.Says("added", 0, 1_000_000);
        if (mobility.Contributions.All(IsFunded))
        {
            attacker.Says("others", 0, 0);
        }

        WriteParts("employment part", employment);
        Reads("employment", employment.Value, counts[Place(employment)].InValue);
        if (!audience.Withholds(counts[Place(employment)].InDetail))
        {
            attacker.Says("added", added, added);
        }

        int Place(CountedLine line) => lines.ToList().IndexOf(line);

        void Group(string name, decimal people)
        {
            groups.Add(name, people);
            attacker.Says(name, 0, 1_000_000);
        }

        void Reads(string name, decimal value, decimal? smallest)
        {
            if (!audience.Withholds(smallest))
            {
                attacker.Says(name, value, value);
            }
        }

        void WriteParts(string name, CountedLine line)
        {
            var before = 0m;
            var number = 0;
            (string, decimal)[] joined = [];
            (string, decimal)[] funded = [];
            foreach (var part in line.Contributions.OrderByDescending(part => line == mobility && IsFunded(part)))
            {
                var (own, detail) = ($"{name} {++number}", counts[Place(line)].InDetail);
                var duplicates = part.Posted.Duplicates ?? 0;
                Group(own, part.Retained);
                Group($"{own} excluded", part.Posted.Headcount - part.Retained);
                attacker.Says([($"{own} posted", 1), (own, -1), ($"{own} excluded", -1)], 0, 0);
                Reads(own, part.Retained, detail);
                Reads($"{own} posted", part.Posted.Headcount, detail);
                if (part.Posted.Duplicates is not null && number > 1)
                {
                    Group($"{own} again", duplicates);
                    Group($"{own} new", part.Retained - duplicates);
                    Group($"{own} not again", before - duplicates);
                    attacker.Says([(own, 1), ($"{own} again", -1), ($"{own} new", -1)], 0, 0);
                    attacker.Says([.. joined, ($"{own} again", -1), ($"{own} not again", -1)], 0, 0);
                    Reads($"{own} again", duplicates, detail);
                    joined = [.. joined, ($"{own} new", 1)];
                }
                else
                {
                    joined = [.. joined, (own, 1)];
                }

                before += part.Retained - duplicates;
                funded = IsFunded(part) ? joined : funded;
            }

            if (line == mobility)
            {
                attacker.Says([.. joined, ("mobility", -1)], 0, 0);
                attacker.Says([.. funded, ("jobSeekers", -1)], 0, 0);
            }
            else if (line.Contributions is not [])
            {
                attacker.Says([.. joined, ("own", -1)], 0, 0);
            }
        }
    }

    private static bool IsFunded(CountedContribution part) => part.Posted.FundingAxis == "emploi";
}
