using System.Text;
using CsCheck;
using Reporting.Domain.Participations;
using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Tests.Participations;

/// <summary>What is written down of keys is found again, in as much room as there are different facts.</summary>
public sealed class KeyLogTests
{
    // All of one part, which thus is long.
    private static readonly string[] OfOnePart =
    [
        .. Enumerable.Range(0, 50_000).SelectMany<int, string>(number => [$"{number:x32}", $"P{number}", $"é-{number:d50}"])
            .Where(name => KeyLog.PartOf(Hash(name)) == 0),
    ];

    private static readonly Gen<string> Names = Gen.Int[0, OfOnePart.Length - 1].Select(place => OfOnePart[place]);

    private static readonly Gen<(string Key, int Action, int Outcome, int Detail)> Facts =
        Gen.Select(Names, Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 2]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Facts_about_persons_are_found_again_however_often_they_are_compacted(int limit) => Facts.Array[0, 4_000].Sample(facts =>
    {
        var log = new KeyLog(limit);
        foreach (var (key, action, outcome, detail) in facts)
        {
            log.Add(Hash(key), Shape(key), Words(key), FactOf(action, outcome, detail));
        }

        Assert.Equal(Furthest(facts.Select(fact => (fact.Key, fact.Action, $"{fact.Detail}", fact.Outcome))), Furthest(Told(log, (_, fact) => $"{fact.Detail}")));
    }, iter: 20);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void So_are_the_members_of_households(int limit) => Gen.Select(Facts, Names).Array[0, 4_000].Sample(facts =>
    {
        var log = new KeyLog(limit);
        foreach (var ((key, action, outcome, _), member) in facts)
        {
            log.Add(Hash(key), Shape(key), Words(key), FactOf(action, outcome, 0), Shape(member), Words(member));
        }

        Assert.Equal(
            Furthest(facts.Select(fact => (fact.Item1.Key, fact.Item1.Action, fact.Item2, fact.Item1.Outcome))),
            Furthest(Told(log, (part, fact) => Text(part.Members, fact.Detail - 1))));
    }, iter: 20);

    [Fact]
    public void A_fact_repeated_a_million_times_takes_no_more_room()
    {
        var log = new KeyLog(limit: 4);
        log.Add(Hash(OfOnePart[0]), Shape(OfOnePart[0]), Words(OfOnePart[0]), FactOf(0, 0, 0));
        var first = log.Room;
        for (var repeat = 0; repeat < 1_000_000; repeat++)
        {
            log.Add(Hash(OfOnePart[0]), Shape(OfOnePart[0]), Words(OfOnePart[0]), FactOf(0, repeat % 7, 0));
        }

        Assert.Equal(first, log.Room);
        Assert.Equal([$"{OfOnePart[0]} 0  6"], Furthest(Told(log, (_, _) => "")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Keys_of_every_part_are_found_again_while_all_parts_are_let_grow(int limit)
    {
        var names = Enumerable.Range(0, 100_000).Select(number => $"{number:x32}").ToArray();
        var log = new KeyLog(limit);
        foreach (var (place, name) in names.Index().Concat(names.Index()))
        {
            log.Add(Hash(name), Shape(name), Words(name), FactOf(place % 4, place % 7, 0));
        }

        Assert.Equal(
            names.Select((name, place) => $"{name} {place % 4}  {place % 7}"),
            Enumerable.Range(0, KeyLog.Parts).SelectMany(part => Furthest(Told(log, (_, _) => "", part))).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Furthest(IEnumerable<(string Key, int Action, string Detail, int Outcome)> facts) => facts
        .GroupBy(fact => (fact.Key, fact.Action, fact.Detail), fact => fact.Outcome)
        .Select(fact => $"{fact.Key.Key} {fact.Key.Action} {fact.Key.Detail} {fact.Max()}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(string Key, int Action, string Detail, int Outcome)> Told(KeyLog log, Func<KeyPart, Fact, string> detail, int number = 0)
    {
        var part = new KeyPart();
        part.Add(log, number);
        var facts = new Fact[1];
        for (var key = part.Keys.Next(-1); key >= 0; key = part.Keys.Next(key))
        {
            var count = part.CopyFacts(key, ref facts);
            foreach (var fact in facts[..count])
            {
                yield return (Text(part.Keys, key), fact.Group.Action.Value, detail(part, fact), (int)fact.Outcome);
            }
        }
    }

    private static Fact FactOf(int action, int outcome, int detail) =>
        new(RecordGroup.Of(new() { Indicator = CountedIndicator.Emp2, Action = new(action) }), (RecordOutcome)outcome, RecordCategories.None, detail);

    private static string Text(WordTable table, int entry) =>
        Encoding.UTF8.GetString(KeyText.Unpack(table.Shape(entry), table.Words(entry), new byte[256]));

    private static ulong Hash(string text) => KeyText.Hash(Shape(text), Words(text));

    private static uint Shape(string text)
    {
        KeyText.Pack(Encoding.UTF8.GetBytes(text), new ulong[KeyText.MaximumWords], out var shape);
        return shape;
    }

    private static ulong[] Words(string text)
    {
        var words = new ulong[KeyText.MaximumWords];
        return words[..KeyText.Pack(Encoding.UTF8.GetBytes(text), words, out _)];
    }
}
