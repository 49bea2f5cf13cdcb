using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds.Sql;

/// <summary>The types that T-SQL names.</summary>
internal static class Types
{
    public static SqlType Of(DataTypeReference reference, string? collation = null, int textLength = 1)
    {
        if (reference is not SqlDataTypeReference named)
        {
            throw TdsError.Unknown($"the type {reference.Name?.BaseIdentifier.Value}");
        }

        var size = named.Parameters;
        var type = named.SqlDataTypeOption switch
        {
            SqlDataTypeOption.Bit => SqlType.Bit,
            SqlDataTypeOption.TinyInt => new(SqlKind.TinyInt),
            SqlDataTypeOption.SmallInt => new(SqlKind.SmallInt),
            SqlDataTypeOption.Int => SqlType.Int,
            SqlDataTypeOption.BigInt => SqlType.BigInt,
            SqlDataTypeOption.Float => SqlType.Float,
            SqlDataTypeOption.Decimal or SqlDataTypeOption.Numeric =>
                new(SqlKind.Decimal, 0, Number(size, 0, 18), Number(size, 1, 0)),
            SqlDataTypeOption.Date => SqlType.Date,
            SqlDataTypeOption.DateTimeOffset => new(SqlKind.DateTimeOffset, Scale: Number(size, 0, 7)),
            SqlDataTypeOption.UniqueIdentifier => new(SqlKind.UniqueIdentifier),
            SqlDataTypeOption.Char => SqlType.Text(SqlKind.Char, Number(size, 0, textLength)),
            SqlDataTypeOption.VarChar => SqlType.Text(SqlKind.VarChar, Number(size, 0, textLength)),
            SqlDataTypeOption.NVarChar => SqlType.Text(SqlKind.NVarChar, Number(size, 0, textLength)),
            SqlDataTypeOption.VarBinary or SqlDataTypeOption.Binary => SqlType.Text(SqlKind.VarBinary, Number(size, 0, textLength)),
            _ => throw TdsError.Unknown($"the type {named.SqlDataTypeOption}"),
        };
        return collation is null ? type : type with { Collation = Collations.Named(collation) };
    }

    private static int Number(IList<Literal> size, int place, int absent) =>
        size.Count <= place ? absent
        : size[place] is MaxLiteral ? SqlType.Max
        : int.Parse(size[place].Value, CultureInfo.InvariantCulture);
}
