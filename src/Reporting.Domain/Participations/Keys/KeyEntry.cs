namespace Reporting.Domain.Participations.Keys;

/// <summary>
/// How a fact about a key travels to its partition: a word with the hash and the shape of the key, the fact, the words
/// of the key; then, if <see cref="MemberFollows"/>, a word with the shape of the person behind the household and its words.
/// </summary>
internal static class KeyEntry
{
    /// <summary>The key is a household: another space of names than that of persons.</summary>
    public const uint Household = 1 << 17;

    public const uint MemberFollows = 1 << 18;

    public const int HeaderWords = 2;
    public const int MaximumWords = HeaderWords + KeyText.MaximumWords + 1 + KeyText.MaximumWords;

    /// <summary>Words of the entry that starts here.</summary>
    public static int WordsOf(ReadOnlySpan<ulong> entry)
    {
        var shape = (uint)(entry[0] >> 32);
        var words = HeaderWords + KeyText.WordsOf(shape);
        return (shape & MemberFollows) == 0 ? words : words + 1 + KeyText.WordsOf((uint)entry[words]);
    }

    public static ulong Pack(Fact fact) => (ulong)(uint)fact.Detail << 32 | fact.Head;

    public static Fact Unpack(ulong word) => new((uint)word, (int)(word >> 32));
}
