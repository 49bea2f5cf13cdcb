using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Keys;

/// <summary>Writes down the facts that one thread finds.</summary>
internal sealed class KeyWriter
{
    private readonly ulong[] _key = new ulong[KeyText.MaximumWords];
    private readonly ulong[] _member = new ulong[KeyText.MaximumWords];

    public KeyLog Persons { get; } = new();

    public KeyLog Households { get; } = new();

    /// <summary>What is retained in ENF-2, once more: it decides about others before persons are counted.</summary>
    public KeyLog Reserved { get; } = new();

    /// <summary>What EMP-2 retains of training sessions, once more: likewise.</summary>
    public KeyLog Trained { get; } = new();

    public void AddPerson(ReadOnlySpan<byte> person, Fact fact)
    {
        var words = _key.AsSpan(0, KeyText.Pack(person, _key, out var shape));
        var hash = KeyText.Hash(shape, words);
        Persons.Add(hash, shape, words, fact);
        if (fact.ReservesItsPerson)
        {
            Reserved.Add(hash, shape, words, fact);
        }
        else if (fact is { Detail: not 0, Group.Indicator: Emp2 })
        {
            Trained.Add(hash, shape, words, fact);
        }
    }

    /// <param name="household">The household.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="member">The person behind it; empty when the record is not retained.</param>
    public void AddHousehold(ReadOnlySpan<byte> household, Fact fact, ReadOnlySpan<byte> member)
    {
        var words = _key.AsSpan(0, KeyText.Pack(household, _key, out var shape));
        var hash = KeyText.Hash(shape, words);
        if (member.IsEmpty)
        {
            Households.Add(hash, shape, words, fact);
        }
        else
        {
            var memberWords = _member.AsSpan(0, KeyText.Pack(member, _member, out var memberShape));
            Households.Add(hash, shape, words, fact, memberShape, memberWords);
        }
    }
}
