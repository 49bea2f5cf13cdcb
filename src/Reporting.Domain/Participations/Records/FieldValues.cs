using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Reporting.Domain.Counting;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Records;

/// <summary>Reads the values of the columns that are neither pseudonyms nor numbers of actions.</summary>
internal static class FieldValues
{
    private static readonly (uint Prefix, CountedIndicator First, CountedIndicator Last)[] Families =
    [
        Family("EMP-"u8, Emp1, Emp2), Family("TES-"u8, Tes1, Tes3), default, Family("ENF-"u8, Enf1, Enf4),
        default, default, default, Family("DRO-"u8, Dro1, Dro8),
    ];

    private static ReadOnlySpan<byte> MostDays => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>An indicator counted from records: EMP-3A, EMP-3B and EMP-3C, which are derived, are none.</summary>
    public static bool TryIndicator(ReadOnlySpan<byte> text, out CountedIndicator indicator)
    {
        indicator = default;
        if (text.Length != 5)
        {
            return false;
        }

        // The middle bits of the third letter tell the four families apart.
        var (prefix, first, last) = Families[text[2] >> 1 & 7];
        var place = (int)first + text[4] - '1';
        indicator = (CountedIndicator)place;
        return BinaryPrimitives.ReadUInt32BigEndian(text) == prefix && place >= (int)first && place <= (int)last;
    }

    /// <summary>A day that exists, yyyy-MM-dd, as yyyyMMdd; or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Date(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10)
        {
            return 0;
        }

        // The eight bytes of yyyy-MM- at once, then the two of dd: digits from 0 to 9, and that all are digits.
        var first = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ 0x2D30_302D_3030_3030;
        var last = (uint)BinaryPrimitives.ReadUInt16LittleEndian(text[8..]) ^ 0x3030;
        var areDigits = ((first | (first + 0x0006_0600_0606_0606)) & 0xFFF0_F0FF_F0F0_F0F0) == 0
            & ((last | (last + 0x0606)) & 0xF0F0) == 0;
        var pairs = (first * 10) + (first >> 8);
        var year = ((int)(byte)pairs * 100) + (byte)(pairs >> 16);
        var month = (int)(byte)(pairs >> 40);
        var day = (int)(byte)((last * 10) + (last >> 8));
        return areDigits && year >= 1 && (uint)(month - 1) < 12 && day >= 1
            && day <= MostDays[month - 1] && (day != 29 | month != 2 || DateTime.IsLeapYear(year))
            ? (year * 10000) + (month * 100) + day
            : 0;
    }

    /// <summary>A completed age as <see cref="Ages"/> takes it, 0 to <see cref="Ages.Oldest"/>; or -1.</summary>
    public static int Age(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 3 || (text.Length > 1 && text[0] == '0'))
        {
            return -1;
        }

        var age = 0;
        foreach (var digit in text)
        {
            if ((uint)(digit - '0') > 9)
            {
                return -1;
            }

            age = (age * 10) + digit - '0';
        }

        return age <= Ages.Oldest ? age : -1;
    }

    /// <summary>Years completed between two days, both as yyyyMMdd.</summary>
    public static int AgeBetween(int birth, int start)
    {
        var years = (start / 10000) - (birth / 10000);
        return start % 10000 < birth % 10000 ? years - 1 : years;
    }

    /// <summary>0, 1 or empty, which is 0.</summary>
    public static bool TryFlag(ReadOnlySpan<byte> text, out bool flag)
    {
        flag = text.Length == 1 && text[0] == '1';
        return text.Length == 0 || (text.Length == 1 && text[0] is (byte)'0' or (byte)'1');
    }

    public static RecordModality Modality(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => RecordModality.None,
        5 when text.SequenceEqual("levee"u8) => RecordModality.Lifting,
        7 when text.SequenceEqual("reunion"u8) => RecordModality.Meeting,
        8 when text.SequenceEqual("reperage"u8) => RecordModality.Outreach,
        9 when text.SequenceEqual("programme"u8) => RecordModality.Programme,
        9 when text.SequenceEqual("formation"u8) => RecordModality.Training,
        10 when text.SequenceEqual("permanence"u8) => RecordModality.Desk,
        10 when text.SequenceEqual("ingenierie"u8) => RecordModality.Engineering,
        11 when text.SequenceEqual("lieu-de-vie"u8) => RecordModality.HomeVisit,
        14 when text.SequenceEqual("accompagnement"u8) => RecordModality.Support,
        _ => RecordModality.Other,
    };

    public static bool TryFunding(ReadOnlySpan<byte> text, out RecordFunding funding)
    {
        funding = text.Length == 0 ? RecordFunding.OfTheAction
            : text.SequenceEqual("enfance"u8) ? RecordFunding.Childhood
            : text.SequenceEqual("emploi"u8) ? RecordFunding.Employment
            : text.SequenceEqual("droits"u8) ? RecordFunding.Rights
            : text.SequenceEqual("transition"u8) ? RecordFunding.Transition
            : RecordFunding.Nobody;
        return funding != RecordFunding.Nobody || text.SequenceEqual("aucun"u8);
    }

    public static bool TryCategories(ReadOnlySpan<byte> text, out RecordCategories categories)
    {
        categories = RecordCategories.None;
        if (text.Length == 0)
        {
            return true;
        }

        foreach (var part in text.Split((byte)'|'))
        {
            var category = text[part] switch
            {
                var word when word.SequenceEqual("grande-precarite"u8) => RecordCategories.GreatPrecarity,
                var word when word.SequenceEqual("monoparentale"u8) => RecordCategories.LoneParent,
                var word when word.SequenceEqual("sortant-prison"u8) => RecordCategories.LeavingPrison,
                _ => RecordCategories.None,
            };
            if (category == RecordCategories.None)
            {
                return false;
            }

            categories |= category;
        }

        return true;
    }

    public static bool TryIssue(ReadOnlySpan<byte> text, out RecordIssue issue)
    {
        issue = text.SequenceEqual("maintien"u8) ? RecordIssue.Maintained
            : text.SequenceEqual("expulsion"u8) ? RecordIssue.Evicted
            : RecordIssue.None;
        return issue != RecordIssue.None || text.Length == 0;
    }

    public static bool TryExclusion(ReadOnlySpan<byte> text, out RecordExclusion exclusion)
    {
        exclusion = text.SequenceEqual("ingenierie"u8) ? RecordExclusion.Engineering
            : text.SequenceEqual("falc"u8) ? RecordExclusion.EasyRead
            : text.SequenceEqual("cartographie"u8) ? RecordExclusion.Mapping
            : RecordExclusion.None;
        return exclusion != RecordExclusion.None || text.Length == 0;
    }

    /// <summary>Digits, and a dot with digits: full-time equivalents, no finer than hundredths; or -1.</summary>
    public static long Hundredths(ReadOnlySpan<byte> text)
    {
        var dot = text.IndexOf((byte)'.');
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? "0"u8 : text[(dot + 1)..];
        if (whole.Length == 0 || fraction.Length == 0
            || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || (fraction.Length > 2 && fraction[2..].ContainsAnyExcept((byte)'0')))
        {
            return -1;
        }

        var units = 0L;
        foreach (var digit in whole)
        {
            units = (units * 10) + digit - '0';
            if (units > Figures.Maximum)
            {
                return -1;
            }
        }

        var hundredths = (units * 100) + ((fraction[0] - '0') * 10) + (fraction.Length > 1 ? fraction[1] - '0' : 0);
        return hundredths <= Figures.Maximum * 100 ? hundredths : -1;
    }

    private static (uint Prefix, CountedIndicator First, CountedIndicator Last) Family(
        ReadOnlySpan<byte> prefix, CountedIndicator first, CountedIndicator last) => (BinaryPrimitives.ReadUInt32BigEndian(prefix), first, last);
}
