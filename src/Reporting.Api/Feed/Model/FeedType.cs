using Microsoft.OData.Edm;

namespace Reporting.Api.Feed.Model;

/// <summary>The type of a column: its EDM kind, and its maximum length or number of decimals.</summary>
internal sealed record FeedType(EdmPrimitiveTypeKind Kind, int Size = 0, bool Unicode = false)
{
    private const int DecimalPrecision = 18;
    private const int InstantPrecision = 3;

    public static readonly FeedType Integer = new(EdmPrimitiveTypeKind.Int32);
    public static readonly FeedType LongInteger = new(EdmPrimitiveTypeKind.Int64);
    public static readonly FeedType Day = new(EdmPrimitiveTypeKind.Date);
    public static readonly FeedType Flag = new(EdmPrimitiveTypeKind.Boolean);
    public static readonly FeedType Instant = new(EdmPrimitiveTypeKind.DateTimeOffset, InstantPrecision);

    /// <summary>What the magnitude of a number stays below, where the kind does not say it.</summary>
    public double? Most { get; init; }

    /// <summary>Whether the form of a value in JSON says what type it has.</summary>
    public bool IsToldByJson => Kind is EdmPrimitiveTypeKind.String or EdmPrimitiveTypeKind.Boolean or EdmPrimitiveTypeKind.Int32
        or EdmPrimitiveTypeKind.Double;

    /// <summary>A code in plain ASCII.</summary>
    public static FeedType Code(int maxLength) => new(EdmPrimitiveTypeKind.String, maxLength);

    public static FeedType Text(int maxLength) => new(EdmPrimitiveTypeKind.String, maxLength, Unicode: true);

    public static FeedType Decimal(int scale) => new(EdmPrimitiveTypeKind.Decimal, scale);

    public IEdmPrimitiveTypeReference ToEdm(bool nullable) => Kind switch
    {
        EdmPrimitiveTypeKind.String => EdmCoreModel.Instance.GetString(false, Size, isUnicode: true, nullable),
        EdmPrimitiveTypeKind.Decimal => EdmCoreModel.Instance.GetDecimal(DecimalPrecision, Size, nullable),
        EdmPrimitiveTypeKind.DateTimeOffset => EdmCoreModel.Instance.GetTemporal(Kind, Size, nullable),
        _ => EdmCoreModel.Instance.GetPrimitive(Kind, nullable),
    };
}
