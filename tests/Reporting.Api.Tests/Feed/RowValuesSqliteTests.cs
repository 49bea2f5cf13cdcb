using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Data.Sqlite;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Domain.Secrecy;
using Reporting.Store;

namespace Reporting.Api.Tests.Feed;

/// <summary>What is read below ADO.NET is what ADO.NET reads, and what the JSON library would write of it.</summary>
public sealed class RowValuesSqliteTests : IDisposable
{
    private static readonly FeedColumn[] Columns =
    [
        Column("Texte", FeedType.Text(4000)), Column("Entier", FeedType.Integer), Column("Vrai", FeedType.Flag),
        Column("Deux", FeedType.Decimal(2)), Column("Quatre", FeedType.Decimal(4)), Column("Instant", FeedType.Instant),
    ];

    private static readonly Gen<string?> Texts = Gen.OneOf(
        Gen.Const((string?)null), Gen.String.Select(text => (string?)text.Replace('\0', ' ')),
        Among<string?>("", "L'eau_bleue [a]", "\"\\/\b\t\u0001\u007f", "é€\ud83d\ude00\u2028", "<script>&+'"));

    private static readonly Gen<double?> Figures = Gen.OneOf(
        Gen.Const((double?)null), Gen.Long[-10_000_000_000_000, 10_000_000_000_000].Select(n => (double?)(n / 100.0)),
        Gen.Long[-99_999_999, 99_999_999].Select(n => (double?)(n / 10_000.0)), Gen.Double[-1000, 1000].Select(d => (double?)d),
        Among<double?>(0, -0.0, 0.005, 0.015, 1.005, 2.675, 1e-9, 9_999_999_999_999.99, 123456789012.345));

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public RowValuesSqliteTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Both_ways_of_reading_give_the_JSON_of_the_library(bool omitNulls, bool ieee754Compatible)
    {
        var format = new JsonFormat(MetadataLevel.None) { OmitNulls = omitNulls, Ieee754Compatible = ieee754Compatible };
        Gen.Select(Texts, Gen.Int, Gen.Bool, Figures, Figures, Gen.Long[0, 253_402_300_799_999]).Sample(
            (text, integer, flag, two, four, milliseconds) =>
            {
                var instant = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
                using var command = _connection.CreateCommand();
                command.CommandText = "SELECT @text, @integer, @flag, @two, @four, @instant;";
                command.Parameters.AddWithValue("@text", (object?)text ?? DBNull.Value);
                command.Parameters.AddWithValue("@integer", integer);
                command.Parameters.AddWithValue("@flag", flag);
                command.Parameters.AddWithValue("@two", (object?)two ?? DBNull.Value);
                command.Parameters.AddWithValue("@four", (object?)four ?? DBNull.Value);
                command.Parameters.AddWithValue("@instant", ColumnTypes.ToText(instant));
                using var rows = command.ExecuteReader();
                Assert.True(rows.Read());
                var expected = Library(format, [text, integer, flag, Figure(two, 2), Figure(four, 4), instant.UtcDateTime]);
                Assert.Equal(expected, Written(new SqliteValues(rows), format));
                Assert.Equal(expected, Written(new ReaderValues(rows, Engine.Sqlite), format));
            },
            iter: 2000, threads: 1);
    }

    [Fact]
    public void What_a_column_does_not_hold_is_refused_and_not_made_up()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT NULL, 'jamais', 99999999999;";
        using var rows = command.ExecuteReader();
        Assert.True(rows.Read());
        var values = new SqliteValues(rows);
        Assert.ThrowsAny<InvalidOperationException>(() => values.Text(0).Length);
        Assert.ThrowsAny<InvalidOperationException>(() => values.Integer(0));
        Assert.ThrowsAny<InvalidOperationException>(() => values.Figure(0, 2, new byte[FigureText.Longest]));
        Assert.ThrowsAny<FormatException>(() => values.Instant(1, new byte[InstantText.Longest]));
    }

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static FeedColumn Column(string name, FeedType type) => new(name, type, name, name) { Nullable = true };

    private static decimal? Figure(double? value, int scale) => value is { } known ? Math.Round((decimal)known, scale) : null;

    private static string Written(RowValues values, JsonFormat format)
    {
        var buffer = new RowBuffer(1);
        new RowWriter(values, new SetQuery(FeedSets.Axes, new(At: null, Audience.Everything)) { Columns = Columns }, format, []).Write(buffer);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static string Library(JsonFormat format, object?[] values)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (column, value) in Columns.Zip(values).Where(pair => pair.Second is not null || !format.OmitNulls))
            {
                json.WritePropertyName(column.Name);
                if (value is decimal figure)
                {
                    var shortest = figure.ToString("0.####", CultureInfo.InvariantCulture);
                    json.WriteRawValue(format.Ieee754Compatible ? $"\"{shortest}\"" : shortest);
                }
                else
                {
                    JsonSerializer.Serialize(json, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
