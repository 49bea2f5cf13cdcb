namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>The type of an SQL expression: as much as must be known to write what is made of it on either engine.</summary>
internal abstract record SqlType
{
    public static readonly SqlType Nothing = new Null();
    public static readonly SqlType Truth = new Flag();
    public static readonly SqlType Date = new Day();
    public static readonly SqlType Time = new Instant();

    private SqlType()
    {
    }

    /// <summary>The null literal, which has every type.</summary>
    public sealed record Null : SqlType;

    /// <param name="Narrow">Of single bytes on SQL Server, as codes are.</param>
    /// <param name="Tight">Without blanks at its end or control characters, so that padding changes no comparison.</param>
    /// <param name="Collated">Already compared by code point.</param>
    /// <param name="Longest">How many characters it may have.</param>
    public sealed record Text(bool Narrow, bool Tight, bool Collated, int Longest) : SqlType
    {
        public static Text Wide(int longest) => new(Narrow: false, Tight: false, Collated: true, longest);

        public static Text Code(int longest) => new(Narrow: true, Tight: true, Collated: true, longest);
    }

    /// <param name="IsInteger">Whether OData has it as an integer, which divides to an integer.</param>
    /// <param name="Scale">How many decimals it may have.</param>
    /// <param name="Most">What its magnitude stays below; infinite when it is not an exact number.</param>
    public sealed record Number(bool IsInteger, int Scale, double Most) : SqlType
    {
        public const int MostDigits = 38;

        public static readonly Number Int32 = new(IsInteger: true, 0, 1L << 31);
        public static readonly Number Int64 = new(IsInteger: true, 0, long.MaxValue);

        public bool IsExact => double.IsFinite(Most);

        /// <summary>How many digits it may have in all.</summary>
        public int Digits => Math.Max(1, (int)Math.Ceiling(Math.Log10(Most))) + Scale;

        // The store keeps figures of up to thirteen digits before the point exactly.
        public static Number Figure(int scale) => new(IsInteger: false, scale, 1e13);
    }

    public sealed record Flag : SqlType;

    public sealed record Day : SqlType;

    /// <summary>An instant in universal time.</summary>
    public sealed record Instant : SqlType;
}
