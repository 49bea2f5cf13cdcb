namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// How a fact about a key is written down: a word with the shape of the key, the fact and some bits of the hash; the
/// words of the key; then what the fact adds, if it adds something: a number, or the shape and the words of a member.
/// </summary>
internal static class KeyEntry
{
    public const int MaximumWords = 1 + KeyText.MaximumWords + 1 + KeyText.MaximumWords;

    private const int FactShift = KeyText.ShapeBits;
    private const ulong NumberFollows = 1UL << (FactShift + Fact.HeadBits);
    private const ulong MemberFollows = NumberFollows << 1;
    private const int HashShift = FactShift + Fact.HeadBits + 2;

    public static ulong Head(ulong hash, uint shape, Fact fact) =>
        hash << HashShift | (ulong)fact.Head << FactShift | shape;

    public static ulong WithNumber(ulong head) => head | NumberFollows;

    public static ulong WithMember(ulong head) => head | MemberFollows;

    public static uint ShapeOf(ulong head) => (uint)head & ((1u << FactShift) - 1);

    public static Fact FactOf(ulong head) => new((uint)(head >> FactShift) & ((1u << Fact.HeadBits) - 1), 0);

    public static bool HasNumber(ulong head) => (head & NumberFollows) != 0;

    public static bool HasMember(ulong head) => (head & MemberFollows) != 0;

    /// <summary>How tables hash a key: by as much of its hash as an entry keeps.</summary>
    public static uint TableHash(ulong hash) => (uint)(hash << HashShift >> HashShift);

    public static uint TableHashOf(ulong head) => (uint)(head >> HashShift);
}
