using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Reporting.Benchmarks.Feed;

/// <summary>What one would write by hand: a data reader, a JSON writer, and nothing between them.</summary>
internal static class PlainContestant
{
    private const int FlushThreshold = 32 * 1024;

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly Dictionary<string, string> Where = new()
    {
        [""] = "",
        [Queries.Filter] = "WHERE r.Year = 2020",
        [Queries.Arbitrary] = "WHERE (r.Target > 500 OR r.Target IS NULL) AND instr(r.Comment, 'semestre') > 0",
    };

    public static WebApplication Build(string path)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/odata/v1/Resultats", context => AnswerAsync(context, path));
        return app;
    }

    private static async Task AnswerAsync(HttpContext context, string path)
    {
        var filter = context.Request.Query["$filter"].ToString();
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT r.Year, r.Territory, r.Indicator, r.Axis, r.Region, r.Department, r.Nature, r.Unit, r.Target, r.Value, r.LowerBound, r.State, r.DepositedAt
            FROM ResultInForce r {Where[filter]}
            ORDER BY {(filter == Queries.Arbitrary ? "r.Value DESC, " : "")}r.Year, r.Territory, r.Indicator
            LIMIT @Top
            """;
        command.Parameters.AddWithValue("@Top", long.TryParse(context.Request.Query["$top"], CultureInfo.InvariantCulture, out var top) ? top : -1);
        await using var rows = await command.ExecuteReaderAsync();
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteStartArray("value");
        var flushed = 0L;
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteNumber("Annee"u8, rows.GetInt32(0));
            json.WriteString("Territoire"u8, rows.GetString(1));
            json.WriteString("Indicateur"u8, rows.GetString(2));
            json.WriteString("Axe"u8, rows.GetString(3));
            json.WriteString("Region"u8, rows.GetString(4));
            json.WriteString("Departement"u8, rows.GetString(5));
            json.WriteString("Nature"u8, rows.GetString(6));
            json.WriteString("Unite"u8, rows.GetString(7));
            if (rows.IsDBNull(8))
            {
                json.WriteNull("Cible"u8);
            }
            else
            {
                json.WriteNumber("Cible"u8, rows.GetDouble(8));
            }

            json.WriteNumber("Valeur"u8, rows.GetDouble(9));
            json.WriteNumber("BorneBasse"u8, rows.GetDouble(10));
            json.WriteString("Etat"u8, rows.GetString(11));
            json.WriteString("DeposeLe"u8, rows.GetString(12));
            json.WriteEndObject();
            if (json.BytesCommitted + json.BytesPending - flushed > FlushThreshold)
            {
                json.Flush();
                flushed = json.BytesCommitted;
                await context.Response.BodyWriter.FlushAsync();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
    }
}
