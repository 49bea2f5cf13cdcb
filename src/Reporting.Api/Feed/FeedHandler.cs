using System.Data.Common;
using System.Globalization;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing;
using Reporting.Store;

namespace Reporting.Api.Feed;

/// <summary>Answers one request: what its path designates, as its options ask for it.</summary>
internal sealed class FeedHandler(HttpContext context, Database database, FeedRequest request, ILogger logger)
{
    private readonly UriReader _uri = new(request);
    private readonly HttpResponse _response = context.Response;
    private readonly CancellationToken _cancel = context.RequestAborted;

    public Task AnswerAsync() => _uri.Resource() switch
    {
        Resource.ServiceDocument => AnswerServiceDocumentAsync(),
        Resource.Metadata => AnswerMetadataAsync(),
        Resource.Collection collection => AnswerCollectionAsync(collection),
        Resource.CollectionCount collection => AnswerCountAsync(collection),
        Resource.Entity entity => AnswerEntityAsync(entity),
        var other => throw new NotSupportedException($"Nothing answers for {other}."),
    };

    private Task AnswerServiceDocumentAsync()
    {
        request.Options.Allow("$format");
        return ServiceDocument.WriteAsync(_response, request, JsonFormat(), _cancel);
    }

    private Task AnswerMetadataAsync()
    {
        request.Options.Allow("$format");
        Negotiation.RequireXml(context.Request.Headers.Accept, request.Options["$format"]);
        return MetadataDocument.WriteAsync(_response, _cancel);
    }

    private async Task AnswerCollectionAsync(Resource.Collection collection)
    {
        var query = _uri.CollectionQuery(collection.Set);
        var page = Page.Of(query, request.Options, context.Request.Headers["Prefer"]);
        var format = JsonFormat();
        var statement = SqlBuilder.Page(page.Query, page.Take, database.Engine);
        _response.ContentType = format.ContentType;
        if (page.Size.Applied is { } applied)
        {
            _response.Headers["Preference-Applied"] = applied;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        long? count = query.Count ? await CountAsync(query) : null;
        await using var stream = page.Take > 0 ? await OpenAsync(statement) : null;
        var writer = new PageWriter(_response.BodyWriter, page, request, format, database.Engine);
        await WriteAsync(() => writer.WriteAsync(stream?.Rows, count, _cancel));
    }

    private async Task AnswerCountAsync(Resource.CollectionCount collection)
    {
        request.Options.Allow("$filter");
        var count = await CountAsync(_uri.CollectionQuery(collection.Set));
        _response.ContentType = "text/plain;charset=utf-8";
        await _response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), _cancel);
    }

    private async Task AnswerEntityAsync(Resource.Entity entity)
    {
        request.Options.Allow("$select", "$format");
        var query = _uri.EntityQuery(entity.Set) with { Key = entity.Key };
        var format = JsonFormat();
        await using var stream = await OpenAsync(SqlBuilder.Entity(query, database.Engine));
        if (!await stream.Rows.ReadAsync(_cancel))
        {
            throw FeedException.NotFound($"Aucune ligne de {entity.Set.Name} n'a cette clé.");
        }

        _response.ContentType = format.ContentType;
        await WriteAsync(async () =>
        {
            await using var json = FeedJson.Create(_response.BodyWriter);
            json.WriteStartObject();
            json.WriteContext(request, format, ContextUrl.OfEntity(query));
            new EntityWriter(json, stream.Rows, query, format, database.Engine).WriteProperties();
            json.WriteEndObject();
            await json.FlushAsync(_cancel);
        });
    }

    private JsonFormat JsonFormat() => Negotiation.Json(context.Request.Headers.Accept, request.Options["$format"]);

    private async Task<long> CountAsync(SetQuery query)
    {
        await using var stream = await OpenAsync(SqlBuilder.Count(query, database.Engine));
        await stream.Rows.ReadAsync(_cancel);
        return Convert.ToInt64(stream.Rows.GetValue(0), CultureInfo.InvariantCulture);
    }

    private async Task<OpenRows> OpenAsync(SqlStatement statement)
    {
        try
        {
            return await database.StreamAsync(statement.Prepare, _cancel);
        }
        catch (DbException fault)
        {
            logger.LogError(fault, "The feed cannot read the store.");
            throw FeedException.Unavailable();
        }
    }

    /// <summary>A fault halfway cuts the connection: a document that closes must be whole.</summary>
    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch
        {
            context.Abort();
            throw;
        }
    }
}
