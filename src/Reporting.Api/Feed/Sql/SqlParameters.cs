using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>The values of one statement. Every value from a URL enters SQL here and nowhere else.</summary>
internal sealed class SqlParameters(Engine engine)
{
    private const int LongestText = 4000;

    private readonly List<Action<DbCommand>> _values = [];

    /// <summary>Keeps a value and returns the SQL that stands for it.</summary>
    /// <param name="value">The value, of an EDM primitive type.</param>
    /// <param name="beside">The column that the value is compared with, whose type on SQL Server it should take.</param>
    public string Add(object value, FeedColumn? beside = null)
    {
        var name = $"@p{_values.Count}";
        var stored = ToStore(value);
        DbType? type = stored is not string text ? null : beside?.Type.Unicode is false && Ascii.IsValid(text)
            ? DbType.AnsiString
            : DbType.String;
        _values.Add(command => command.Parameters.Add(Create(command, name, stored, type)));
        return stored is string && beside is null ? SqlDialect.Ordinal(engine, name) : name;
    }

    public void AddTo(DbCommand command) => _values.ForEach(add => add(command));

    private object ToStore(object value) => value switch
    {
        int or long or bool => value,
        byte or sbyte or short => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        string text => text.Length <= LongestText ? text : throw FeedException.TooComplex(),
        decimal number => engine is Engine.Sqlite ? (double)number : number,
        double number when double.IsFinite(number) => number,
        float number when float.IsFinite(number) => (double)number,
        double or float => throw FeedException.Malformed("Une valeur infinie ou indéterminée ne se compare à rien."),
        DateTimeOffset instant => Instant(instant),
#pragma warning disable CS0618 // The library still returns its own Date, which its next major version replaces with DateOnly.
        Date day => Instant(new DateTimeOffset(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero)),
#pragma warning restore CS0618
        _ => throw FeedException.NotImplemented($"Une constante du type {value.GetType().Name} dans $filter"),
    };

    private object Instant(DateTimeOffset instant) =>
        engine is Engine.SqlServer ? instant.ToUniversalTime() : InstantText(instant);

    // Stored instants stop at the millisecond. As text, what follows the text of a millisecond
    // sorts after it and before the next one, which is where an instant in between belongs.
    private static string InstantText(DateTimeOffset instant)
    {
        var beyond = instant.Ticks % TimeSpan.TicksPerMillisecond;
        return ColumnTypes.ToText(instant) + (beyond == 0 ? "" : beyond.ToString("0000", CultureInfo.InvariantCulture));
    }

    private static DbParameter Create(DbCommand command, string name, object value, DbType? type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        if (type is not null)
        {
            parameter.DbType = type.Value;
            parameter.Size = LongestText; // one plan for every length, and nothing cut short
        }

        return parameter;
    }
}
