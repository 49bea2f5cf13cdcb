using System.Data;
using System.Data.Common;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using Reporting.Store;

namespace Reporting.Api.Feed.Sql;

/// <summary>The values of one statement. Every value from a URL enters SQL here and nowhere else.</summary>
internal sealed class SqlParameters(Engine engine)
{
    private const int LongestText = 4000;

    private readonly List<Action<DbCommand>> _values = [];

    /// <summary>Keeps a value and returns the SQL that stands for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="narrow">Whether it stands beside a code, whose type on SQL Server it should take.</param>
    public string Add(object value, bool narrow = false)
    {
        var name = $"@p{_values.Count}";
        var stored = ToStore(value);
        DbType? type = stored switch
        {
            string text => narrow && Ascii.IsValid(text) ? DbType.AnsiString : DbType.String,
            DateTime => DbType.Date,
            _ => null,
        };
        _values.Add(command => command.Parameters.Add(Create(command, name, stored, type)));
        return name;
    }

    public void AddTo(DbCommand command) => _values.ForEach(add => add(command));

    private object ToStore(object value) => value switch
    {
        int or long or bool or double => value,
        string text => text.Length <= LongestText ? text : throw FeedException.TooComplex(),
        decimal number => engine is Engine.Sqlite ? (double)number : number,
        DateTimeOffset instant when engine is Engine.Sqlite => FineInstant.ToText(instant),
        DateTimeOffset instant => instant.ToUniversalTime(),
        DateOnly day when engine is Engine.Sqlite => day.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of the feed.", nameof(value)),
    };

    private static DbParameter Create(DbCommand command, string name, object value, DbType? type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        if (type is not null)
        {
            parameter.DbType = type.Value;
        }

        if (value is string)
        {
            parameter.Size = LongestText; // one plan for every length, and nothing cut short
        }
        else if (value is decimal number)
        {
            parameter.Scale = number.Scale;
            parameter.Precision = new SqlDecimal(number).Precision;
        }

        return parameter;
    }
}
