using Reporting.Domain.Participations.Emission;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// Counts the keys once every record is read: first what EMP-2 retains, on which DRO-3 depends, then the households,
/// whose representatives DRO-1 needs, then the persons and the posts.
/// </summary>
internal sealed class KeyCounter(KeyStore store, int threads)
{
    private readonly CountTally[] _tallies = [.. Enumerable.Range(0, threads).Select(_ => new CountTally())];

    public CountTally Count()
    {
        Run(RetainSessions);
        Run(CountHouseholds);
        Run(CountPersons);
        var total = _tallies[0];
        foreach (var tally in _tallies.Skip(1))
        {
            total.Add(tally);
        }

        store.Posts.Count(total, store);
        return total;
    }

    private void Run(Action<KeyPartition, CountTally, KeyFacts> count)
    {
        var next = -1;
        Parallel.Invoke([.. _tallies.Select<CountTally, Action>(tally => () =>
        {
            var facts = new KeyFacts();
            for (var place = Interlocked.Increment(ref next); place < store.Partitions.Length; place = Interlocked.Increment(ref next))
            {
                count(store.Partitions[place], tally, facts);
            }
        })]);
    }

    private void RetainSessions(KeyPartition partition, CountTally tally, KeyFacts facts)
    {
        foreach (var person in partition.Trained)
        {
            facts.Read(partition, partition.Persons, person);
            facts.ExcludeReserved();
            foreach (var fact in facts.All)
            {
                if (fact is { Detail: not 0, Outcome: RecordOutcome.Retained, Group.Indicator: Emp2 })
                {
                    store.Sessions.Retain(fact.Detail);
                }
            }
        }
    }

    private void CountHouseholds(KeyPartition partition, CountTally tally, KeyFacts facts)
    {
        for (var household = partition.Households.Next(-1); household >= 0; household = partition.Households.Next(household))
        {
            facts.Read(partition, partition.Households, household);
            var representative = 0;
            foreach (ref var fact in facts.All)
            {
                if (fact.Detail == 0)
                {
                    continue;
                }

                var member = fact.Detail - 1;
                if (store.IsReserved(partition.Members.Shape(member), partition.Members.Words(member), fact.Group.Action))
                {
                    fact = fact.Excluded();
                }
                else if (fact.Group.Indicator == Dro1)
                {
                    representative = representative == 0 ? fact.Detail : First(partition, representative, fact.Detail);
                }
            }

            if (representative != 0)
            {
                store.Represent(partition.Members.Shape(representative - 1), partition.Members.Words(representative - 1));
            }

            tally.Add(facts.ByGroup(), represents: false);
        }
    }

    private void CountPersons(KeyPartition partition, CountTally tally, KeyFacts facts)
    {
        for (var person = partition.Persons.Next(-1); person >= 0; person = partition.Persons.Next(person))
        {
            facts.Read(partition, partition.Persons, person);
            facts.ExcludeReserved();
            foreach (ref var fact in facts.All)
            {
                if (fact.Detail != 0 && fact.Group.Indicator == Dro3 && store.Sessions.IsRetained(fact.Detail))
                {
                    fact = fact.Excluded();
                }
            }

            tally.Add(facts.ByGroup(), partition.Represents(person));
        }
    }

    /// <summary>The ordinally smaller of two persons behind a household.</summary>
    private static int First(KeyPartition partition, int left, int right)
    {
        Span<byte> leftText = stackalloc byte[KeyText.MaximumWords * sizeof(ulong)];
        Span<byte> rightText = stackalloc byte[KeyText.MaximumWords * sizeof(ulong)];
        return OrdinalOrder.Compare(Text(partition, left, leftText), Text(partition, right, rightText)) <= 0 ? left : right;
    }

    private static ReadOnlySpan<byte> Text(KeyPartition partition, int detail, Span<byte> text) =>
        KeyText.Unpack(partition.Members.Shape(detail - 1), partition.Members.Words(detail - 1), text);
}
