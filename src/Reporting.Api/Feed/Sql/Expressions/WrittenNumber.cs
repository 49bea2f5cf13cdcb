using System.Globalization;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>The number that a text writes, as the URL would have it without its quotes.</summary>
internal static class WrittenNumber
{
    /// <summary>The number; null when the text writes none.</summary>
    public static ConstantNode? Of(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole is >= int.MinValue and <= int.MaxValue
                ? new((int)whole, text, EdmCoreModel.Instance.GetInt32(isNullable: false))
                : new(whole, text, EdmCoreModel.Instance.GetInt64(isNullable: false))
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? new(number, text, EdmCoreModel.Instance.GetDecimal(isNullable: false))
            : null;
}
