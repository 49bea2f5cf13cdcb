using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>The types of the feed's columns as SQL has them.</summary>
internal static class SqlTypes
{
    public static SqlType ToSql(this FeedType type) => type.Kind switch
    {
        EdmPrimitiveTypeKind.String => type.Unicode ? SqlType.Text.Wide : SqlType.Text.Code,
        EdmPrimitiveTypeKind.Int32 => SqlType.Number.Int32,
        EdmPrimitiveTypeKind.Decimal => SqlType.Number.Figure(type.Size),
        EdmPrimitiveTypeKind.Boolean => SqlType.Truth,
        EdmPrimitiveTypeKind.DateTimeOffset => SqlType.Time,
        _ => throw new NotSupportedException($"No column of the feed is an {type.Kind}."),
    };
}
