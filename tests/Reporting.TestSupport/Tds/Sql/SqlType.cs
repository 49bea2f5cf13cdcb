namespace Reporting.TestSupport.Tds.Sql;

/// <summary>The types that the stand-in knows, from the lowest precedence of T-SQL to the highest.</summary>
internal enum SqlKind
{
    Null,
    VarBinary,
    Char,
    VarChar,
    NVarChar,
    UniqueIdentifier,
    Bit,
    TinyInt,
    SmallInt,
    Int,
    BigInt,
    Decimal,
    Float,
    Date,
    DateTimeOffset,
}

internal enum Collation
{
    /// <summary>SQL_Latin1_General_CP1_CI_AS: without regard to case.</summary>
    Default,

    /// <summary>Latin1_General_100_BIN2: by code point.</summary>
    Binary,

    /// <summary>Latin1_General_100_CS_AS_SC: a character beyond sixteen bits counts as one.</summary>
    Supplementary,

    /// <summary>Latin1_General_100_CI_AI: without regard to case and accents.</summary>
    WithoutAccents,
}

/// <summary>How strongly an expression holds to its collation.</summary>
internal enum Coercibility
{
    Yields,
    OfColumn,
    Explicit,
}

/// <summary>
/// A type of T-SQL. In SQLite whole numbers and bits are integers, a decimal is the integer of its smallest unit, and
/// an instant or a day is the integer of its ticks in universal time.
/// </summary>
internal sealed record SqlType(SqlKind Kind, int Length = 0, int Precision = 0, int Scale = 0)
{
    /// <summary>The length of a type declared as <c>max</c>.</summary>
    public const int Max = int.MaxValue;

    public static readonly SqlType Null = new(SqlKind.Null);
    public static readonly SqlType Bit = new(SqlKind.Bit);
    public static readonly SqlType Int = new(SqlKind.Int);
    public static readonly SqlType BigInt = new(SqlKind.BigInt);
    public static readonly SqlType Float = new(SqlKind.Float);
    public static readonly SqlType Date = new(SqlKind.Date);

    public Collation Collation { get; init; }

    public Coercibility Coercibility { get; init; }

    public bool IsText => Kind is SqlKind.Char or SqlKind.VarChar or SqlKind.NVarChar;

    public bool IsWhole => Kind is SqlKind.Bit or SqlKind.TinyInt or SqlKind.SmallInt or SqlKind.Int or SqlKind.BigInt;

    public bool IsExact => IsWhole || Kind is SqlKind.Decimal;

    /// <summary>The digits before and after the point of an exact number.</summary>
    public (int Whole, int Scale) Digits => Kind switch
    {
        SqlKind.Decimal => (Precision - Scale, Scale),
        SqlKind.Bit => (1, 0),
        SqlKind.TinyInt => (3, 0),
        SqlKind.SmallInt => (5, 0),
        SqlKind.BigInt => (19, 0),
        _ => (10, 0),
    };

    public static SqlType Decimal(int whole, int scale) => new(SqlKind.Decimal, 0, Math.Min(38, whole + scale), scale);

    public static SqlType Text(SqlKind kind, int length) => new(kind, length);

    /// <summary>The type that both sides of a comparison, or the branches of a CASE, are brought to.</summary>
    public static SqlType Common(SqlType left, SqlType right)
    {
        var (low, high) = left.Kind <= right.Kind ? (left, right) : (right, left);
        if (high.IsText && low.IsText)
        {
            return Collations.Common(left, right) with { Kind = high.Kind, Length = Math.Max(low.Length, high.Length) };
        }

        if (high.Kind is SqlKind.Decimal && low.IsExact)
        {
            var (lowDigits, highDigits) = (low.Digits, high.Digits);
            return Decimal(Math.Max(lowDigits.Whole, highDigits.Whole), Math.Max(lowDigits.Scale, highDigits.Scale));
        }

        return high.Kind is SqlKind.DateTimeOffset && low.Kind is SqlKind.DateTimeOffset
            ? high with { Scale = Math.Max(low.Scale, high.Scale) }
            : high;
    }

    public override string ToString() => Kind switch
    {
        SqlKind.Decimal => $"decimal({Precision},{Scale})",
        SqlKind.DateTimeOffset => $"datetimeoffset({Scale})",
        SqlKind.Char or SqlKind.VarChar or SqlKind.NVarChar or SqlKind.VarBinary =>
            $"{Name}({(Length == Max ? "max" : Length)})",
        _ => Name,
    };

    /// <summary>The name alone, as messages give it.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();
}
