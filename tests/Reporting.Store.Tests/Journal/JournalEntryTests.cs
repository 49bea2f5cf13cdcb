using CsCheck;
using Reporting.Store.Journal;

namespace Reporting.Store.Tests.Journal;

public sealed class JournalEntryTests
{
    private static readonly JournalEntry _entry = new()
    {
        Sequence = 12,
        Id = "018f0000-0000-7000-8000-000000000001",
        At = new(2026, 3, 31, 23, 59, 59, 120, TimeSpan.FromHours(2)),
        Actor = "si-évry",
        Role = "metropole",
        Action = "remontee.poster",
        Year = 2025,
        Territory = "243500139",
        TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
        PreviousHash = JournalEntry.Origin,
        Hash = "",
    };

    private static readonly string?[] _awkward = [null, "", "-", ",", "1:", "0:,", "é", "a,1:b"];

    private static readonly Gen<string?> _texts = Gen.Int[0, _awkward.Length - 1].Select(n => _awkward[n]);

    // The text was written out apart, from the description of the format: 2:12,36:018f…,24:2026-03-31T21:59:59.120Z,8:si-évry,9:metropole,-15:remontee.poster,….
    [Fact]
    public void The_hash_is_that_of_the_fields_as_netstrings_with_a_hyphen_for_what_is_absent() => Assert.Equal(
        "b9bc32db37129de88213e0794f824490a74a8df058f4ea186568496d72e01250",
        _entry.ComputeHash());

    [Fact]
    public void No_two_entries_are_hashed_alike() =>
        Gen.Select(_texts, _texts, _texts, _texts).Array[2].Sample(pair =>
        {
            var (one, other) = (Of(pair[0]), Of(pair[1]));
            return (one == other) == (one.ComputeHash() == other.ComputeHash());
        });

    [Fact]
    public void What_is_finer_than_a_millisecond_and_the_offset_do_not_change_the_hash() => Assert.Equal(
        _entry.ComputeHash(), (_entry with { At = _entry.At.ToUniversalTime().AddTicks(9_999) }).ComputeHash());

    private static JournalEntry Of((string?, string?, string?, string?) texts) => _entry with
    {
        Client = texts.Item1,
        Territory = texts.Item2,
        RemoteAddress = texts.Item3,
        TraceId = texts.Item4,
    };
}
