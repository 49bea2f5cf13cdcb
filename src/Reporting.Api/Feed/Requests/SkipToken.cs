using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Requests;

/// <summary>
/// Where a page ended: the values that its last row was sorted by, the size that pages were asked to have, and the
/// mark of the query, so that a token is refused by any other query.
/// </summary>
internal sealed record SkipToken(int PageSize, IReadOnlyList<object?> Row)
{
    private const int MarkLength = 6;

    public string Encode(SetQuery query, QueryOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(Mark(query, options));
            json.WriteNumberValue(PageSize);
            foreach (var value in Row)
            {
                // Quotes tell an exact decimal of SQL Server from a binary number of SQLite.
                JsonSerializer.Serialize(json, value is decimal exact ? exact.ToString(CultureInfo.InvariantCulture) : value);
            }

            json.WriteEndArray();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    public static SkipToken Decode(string text, SetQuery query, QueryOptions options)
    {
        try
        {
            var values = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(text)) ?? [];
            if (query.Skip == 0
                && values.Length == query.Order.Count + 2
                && values[0].GetString() == Mark(query, options)
                && values[1].TryGetInt32(out var pageSize))
            {
                return new(pageSize, [.. query.Order.Zip(values.Skip(2), (sort, value) => Read(sort.Column, value))]);
            }
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException or OverflowException)
        {
            // Not one of our tokens, whichever way it fails to be one.
        }

        throw Invalid();
    }

    private static object? Read(FeedColumn column, JsonElement value) => (column.Type.Kind, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) when column.Nullable => null,
        (EdmPrimitiveTypeKind.String, JsonValueKind.String) => value.GetString(),
        (EdmPrimitiveTypeKind.Int32, JsonValueKind.Number) => value.GetInt32(),
        (EdmPrimitiveTypeKind.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (EdmPrimitiveTypeKind.Boolean, JsonValueKind.Number) => value.GetInt32(),
        (EdmPrimitiveTypeKind.Decimal, JsonValueKind.Number) when double.IsFinite(value.GetDouble()) => value.GetDouble(),
        (EdmPrimitiveTypeKind.Decimal, JsonValueKind.String) => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (EdmPrimitiveTypeKind.DateTimeOffset, JsonValueKind.String) => DateTimeOffset.Parse(
            value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw Invalid(),
    };

    private static string Mark(SetQuery query, QueryOptions options)
    {
        var text = $"{query.Set.Name}\n{options["$filter"]}\n{options["$orderby"]}";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, MarkLength));
    }

    private static FeedException Invalid() =>
        FeedException.Malformed("L'option $skiptoken ne vient pas d'un lien de page suivante de cette requête.");
}
