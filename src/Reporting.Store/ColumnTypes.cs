using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Reporting.Store;

/// <summary>
/// How instants and figures are written. Both engines are given UTC to the millisecond: SQL Server would round what is
/// finer, and keep the offset. SQLite has no type for either: it keeps figures as REAL, in which every figure of up to
/// thirteen digits and two decimals has one value that reads back as the same two decimals, and instants as text of one
/// width, which sorts as time does.
/// </summary>
public static class ColumnTypes
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // One plan for every length.
    private const int UsualSize = 4000;
    private const int Unlimited = -1;

    internal static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(decimal));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new FigureHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new TextHandler());
    }

    public static string ToText(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ToInstant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Gives a parameter what was read from a column of either engine.</summary>
    internal static void Set(DbParameter parameter, object value)
    {
        switch (value)
        {
            case double or decimal:
                new FigureHandler().SetValue(parameter, ToFigure(value));
                break;
            case DateTimeOffset instant:
                new InstantHandler().SetValue(parameter, instant);
                break;
            case string { Length: > UsualSize } when parameter is SqlParameter:
                parameter.Size = Unlimited;
                parameter.Value = value;
                break;
            default:
                parameter.Value = value;
                break;
        }
    }

    /// <summary>Gives a parameter that is filled many times the type that SQL Server keeps one plan for.</summary>
    internal static void Type(DbParameter parameter, Type type)
    {
        if (parameter is not SqlParameter typed)
        {
            return;
        }

        var stored = Nullable.GetUnderlyingType(type) ?? type;
        if (stored == typeof(string))
        {
            typed.SqlDbType = SqlDbType.NVarChar;
            typed.Size = UsualSize;
        }
        else if (stored == typeof(decimal))
        {
            typed.SqlDbType = SqlDbType.Decimal;
            (typed.Precision, typed.Scale) = (20, 4);
        }
        else if (stored == typeof(DateTimeOffset))
        {
            typed.SqlDbType = SqlDbType.DateTimeOffset;
        }
        else
        {
            typed.DbType = stored == typeof(bool) ? DbType.Boolean : stored == typeof(long) ? DbType.Int64 : DbType.Int32;
        }
    }

    internal static decimal ToFigure(object value) => value switch
    {
        double real => Math.Round((decimal)real, 4),
        decimal exact => exact,
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    internal sealed class FigureHandler : SqlMapper.TypeHandler<decimal>
    {
        public override decimal Parse(object value) => ToFigure(value);

        public override void SetValue(IDbDataParameter parameter, decimal value)
        {
            parameter.Value = parameter is SqliteParameter ? (double)value : value;
            if (parameter is not SqliteParameter)
            {
                parameter.DbType = DbType.Decimal;
            }
        }
    }

    /// <summary>
    /// A text of ASCII alone, as every code is, is sent to SQL Server as varchar: next to an nvarchar parameter it would
    /// convert a varchar column, and scan its index instead of seeking in it. An nvarchar column converts the parameter.
    /// </summary>
    internal sealed class TextHandler : SqlMapper.TypeHandler<string>
    {
        public override string Parse(object value) => (string)value;

        public override void SetValue(IDbDataParameter parameter, string? value)
        {
            parameter.Value = value is null ? DBNull.Value : value;
            if (parameter is not SqliteParameter)
            {
                parameter.DbType = value is null || Ascii.IsValid(value) ? DbType.AnsiString : DbType.String;
                parameter.Size = value?.Length > UsualSize ? Unlimited : UsualSize;
            }
        }
    }

    internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            string text => ToInstant(text),
            DateTimeOffset instant => instant,
            _ => throw new InvalidCastException($"An instant cannot be read from {value.GetType()}."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is SqliteParameter)
            {
                parameter.Value = ToText(value);
            }
            else
            {
                parameter.DbType = DbType.DateTimeOffset;
                parameter.Value = DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
            }
        }
    }
}
