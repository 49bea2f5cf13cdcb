using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>The types of the feed's columns as SQL has them.</summary>
internal static class SqlTypes
{
    public static SqlType ToSql(this FeedType type) => type.Kind switch
    {
        EdmPrimitiveTypeKind.String => type.Unicode ? SqlType.Text.Wide(type.Size) : SqlType.Text.Code(type.Size),
        EdmPrimitiveTypeKind.Int32 => SqlType.Number.Int32,
        EdmPrimitiveTypeKind.Int64 => SqlType.Number.Int64 with { Most = type.Most ?? SqlType.Number.Int64.Most },
        EdmPrimitiveTypeKind.Date => SqlType.Date,
        EdmPrimitiveTypeKind.Decimal when type.Most is { } most => new SqlType.Number(IsInteger: false, type.Size, most),
        EdmPrimitiveTypeKind.Decimal => SqlType.Number.Figure(type.Size),
        EdmPrimitiveTypeKind.Boolean => SqlType.Truth,
        EdmPrimitiveTypeKind.DateTimeOffset => SqlType.Time,
        _ => throw new NotSupportedException($"No column of the feed is an {type.Kind}."),
    };

    /// <summary>The type of a property that is computed.</summary>
    public static FeedType ToFeed(this SqlType type) => type switch
    {
        SqlType.Text { Narrow: true, Tight: true } code => FeedType.Code(code.Longest),
        SqlType.Text text => FeedType.Text(text.Longest),
        SqlType.Number { IsInteger: true } number => FeedType.LongInteger with { Most = number.Most },
        SqlType.Number { IsExact: true } number => FeedType.Decimal(number.Scale) with { Most = number.Most },
        SqlType.Flag => FeedType.Flag,
        SqlType.Day => FeedType.Day,
        SqlType.Instant => FeedType.Instant,
        _ => throw FeedException.NotImplemented("Une propriété calculée de cette valeur"),
    };
}
