namespace Reporting.Api.Exports;

/// <summary>A table as a CSV file to save.</summary>
internal sealed class CsvAnswer(
    CsvFormat format, string fileName, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using var writer = new StreamWriter(httpContext.Response.Body, format.Encoding);
        await writer.WriteAsync(format.Line(columns));
        foreach (var row in rows)
        {
            await writer.WriteAsync(format.Line(row));
        }
    }
}
