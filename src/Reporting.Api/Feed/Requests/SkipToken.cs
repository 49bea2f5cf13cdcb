using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Requests;

/// <summary>Where a page ended.</summary>
/// <param name="PageSize">The size that pages were asked to have.</param>
/// <param name="At">The instant at which every page is read.</param>
/// <param name="Now">What now() was on the first page.</param>
/// <param name="Row">The values that the last row was sorted by.</param>
internal sealed record SkipToken(int PageSize, DateTimeOffset At, DateTimeOffset Now, IReadOnlyList<object?> Row)
{
    private const int Fixed = 3;

    public ReadOnlySpan<byte> ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteNumberValue(PageSize);
            json.WriteNumberValue(At.UtcTicks);
            json.WriteNumberValue(Now.UtcTicks);
            foreach (var value in Row)
            {
                // Quotes tell an exact decimal of SQL Server from a binary number of SQLite.
                JsonSerializer.Serialize(json, value is decimal exact ? exact.ToString(CultureInfo.InvariantCulture) : value);
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan;
    }

    /// <param name="bytes">What an earlier answer to the same query wrote; a release may come between the two.</param>
    /// <param name="order">What the query sorts by.</param>
    public static SkipToken Of(ReadOnlySpan<byte> bytes, IReadOnlyList<SortColumn> order)
    {
        var values = JsonSerializer.Deserialize<JsonElement[]>(bytes)!;
        return values.Length == order.Count + Fixed
            ? new(values[0].GetInt32(), Instant(values[1]), Instant(values[2]), [.. order.Zip(values.Skip(Fixed), (sort, value) => Read(sort.Column, value))])
            : throw Invalid();
    }

    public static FeedException Invalid() =>
        FeedException.Malformed("L'option $skiptoken ne vient pas d'un lien de page suivante de cette requête.");

    private static DateTimeOffset Instant(JsonElement ticks) => new(ticks.GetInt64(), TimeSpan.Zero);

    private static object? Read(FeedColumn column, JsonElement value) => (column.Type.Kind, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) when column.Nullable => null,
        (EdmPrimitiveTypeKind.String, JsonValueKind.String) => value.GetString(),
        (EdmPrimitiveTypeKind.Int32, JsonValueKind.Number) => value.GetInt32(),
        (EdmPrimitiveTypeKind.Int64, JsonValueKind.Number) => value.GetInt64(),
        (EdmPrimitiveTypeKind.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (EdmPrimitiveTypeKind.Boolean, JsonValueKind.Number) => value.GetInt32(),
        (EdmPrimitiveTypeKind.Decimal, JsonValueKind.Number) => value.GetDouble(),
        (EdmPrimitiveTypeKind.Decimal, JsonValueKind.String) => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (EdmPrimitiveTypeKind.Date, JsonValueKind.String) => DateOnly.FromDateTime(
            DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
        (EdmPrimitiveTypeKind.DateTimeOffset, JsonValueKind.String) => FineInstant.Parse(value.GetString()!),
        _ => throw Invalid(),
    };
}
