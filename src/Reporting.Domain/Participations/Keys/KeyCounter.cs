using Reporting.Domain.Participations.Emission;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// Counts the keys once every record is read: first what ENF-2 and EMP-2 retain, on which others depend, then the
/// households, whose representatives DRO-1 needs, then the persons and the posts.
/// </summary>
internal sealed class KeyCounter(KeyStore store, int threads)
{
    private readonly Worker[] _workers = [.. Enumerable.Range(0, threads).Select(_ => new Worker())];
    private readonly ReservedPersons _reserved = new();

    public CountTally Count()
    {
        Run((_, part) => Reserve(part));
        Run((_, part) => RetainSessions(part));
        Run(CountHouseholds);
        Run(CountPersons);
        var total = _workers[0].Tally;
        foreach (var worker in _workers.Skip(1))
        {
            total.Add(worker.Tally);
        }

        store.Posts.Count(total, _reserved);
        return total;
    }

    private void Run(Action<Worker, int> count)
    {
        var next = -1;
        Parallel.Invoke([.. _workers.Select<Worker, Action>(worker => () =>
        {
            for (var part = Interlocked.Increment(ref next); part < KeyLog.Parts; part = Interlocked.Increment(ref next))
            {
                count(worker, part);
            }
        })]);
    }

    private void Reserve(int part)
    {
        foreach (var writer in store.Writers)
        {
            _reserved.Read(writer.Reserved, part);
        }
    }

    private void RetainSessions(int part)
    {
        foreach (var log in store.Writers.Select(writer => writer.Trained))
        {
            for (var end = log.End(part); end != 0;)
            {
                for (var entries = log.Entries(end, out end); entries.Length > 0;)
                {
                    var shape = KeyEntry.ShapeOf(entries[0]);
                    var person = entries.Slice(1, KeyText.WordsOf(shape));
                    if (!_reserved.Contains(KeyText.Hash(shape, person), shape, person, KeyEntry.FactOf(entries[0]).Group.Action))
                    {
                        store.Sessions.Retain((int)entries[1 + person.Length]);
                    }

                    entries = entries[(1 + person.Length + 1)..];
                }
            }
        }
    }

    private void CountHouseholds(Worker worker, int number)
    {
        var part = worker.Read(store.Writers.Select(writer => writer.Households), number);
        var facts = worker.Facts;
        for (var household = part.Keys.Next(-1); household >= 0; household = part.Keys.Next(household))
        {
            if (FactLists.HasOnly(part.Keys.Head(household), out var only))
            {
                worker.Tally.Add(only);
                continue;
            }

            facts.Read(part, household);
            var representative = 0;
            foreach (ref var fact in facts.All)
            {
                if (fact.Detail == 0)
                {
                    continue;
                }

                if (_reserved.Contains(part.Members, fact.Detail - 1, fact.Group.Action))
                {
                    fact = fact.Excluded();
                }
                else if (fact.Group.Indicator == Dro1)
                {
                    representative = representative == 0 ? fact.Detail : First(part, representative, fact.Detail);
                }
            }

            if (representative != 0)
            {
                var shape = part.Members.Shape(representative - 1);
                var words = part.Members.Words(representative - 1);
                worker.Representatives.Add(KeyText.Hash(shape, words), shape, words, default);
            }

            worker.Tally.Add(facts.ByGroup(), represents: false);
        }
    }

    private void CountPersons(Worker worker, int number)
    {
        var part = worker.Read(store.Writers.Select(writer => writer.Persons), number);
        foreach (var other in _workers)
        {
            part.Represent(other.Representatives, number);
        }

        var facts = worker.Facts;
        for (var person = part.Keys.Next(-1); person >= 0; person = part.Keys.Next(person))
        {
            if (FactLists.HasOnly(part.Keys.Head(person), out var only))
            {
                worker.Tally.Add(only);
                continue;
            }

            facts.Read(part, person);
            facts.ExcludeReserved();
            foreach (ref var fact in facts.All)
            {
                if (fact.Detail != 0 && fact.Group.Indicator == Dro3 && store.Sessions.IsRetained(fact.Detail))
                {
                    fact = fact.Excluded();
                }
            }

            worker.Tally.Add(facts.ByGroup(), part.Represents(person));
        }
    }

    /// <summary>The ordinally smaller of two persons behind a household.</summary>
    private static int First(KeyPart part, int left, int right)
    {
        Span<byte> leftText = stackalloc byte[KeyText.MaximumWords * sizeof(ulong)];
        Span<byte> rightText = stackalloc byte[KeyText.MaximumWords * sizeof(ulong)];
        return OrdinalOrder.Compare(Text(part, left, leftText), Text(part, right, rightText)) <= 0 ? left : right;
    }

    private static ReadOnlySpan<byte> Text(KeyPart part, int detail, Span<byte> text) =>
        KeyText.Unpack(part.Members.Shape(detail - 1), part.Members.Words(detail - 1), text);

    /// <summary>What one thread counts with.</summary>
    private sealed class Worker
    {
        private readonly KeyPart _part = new();

        public CountTally Tally { get; } = new();

        public KeyFacts Facts { get; } = new();

        /// <summary>The persons who represent the households counted here.</summary>
        public KeyLog Representatives { get; } = new();

        public KeyPart Read(IEnumerable<KeyLog> logs, int number)
        {
            _part.Clear();
            foreach (var log in logs)
            {
                _part.Add(log, number);
            }

            return _part;
        }
    }
}
