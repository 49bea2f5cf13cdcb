using System.Data.Common;
using System.Globalization;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Segments;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Writing;
using Reporting.Api.Feed.Writing.Collections;
using Reporting.Api.Feed.Writing.Rows;
using Reporting.Store;

namespace Reporting.Api.Feed;

/// <summary>Answers one request: what its path designates, as its options ask for it.</summary>
internal sealed class FeedHandler(
    HttpContext context, Database store, LinkSeals seals, Pins pins, SegmentCache segments, FeedSettings settings, FeedRequest request,
    CancellationToken cancel)
{
    private const string PlainText = "text/plain;charset=utf-8";
    private const string PreferenceApplied = "Preference-Applied";

    private readonly Database _database = store.ReadsAt(request.Reading.At);
    private readonly UriReader _uri = new(request, settings);
    private readonly HttpResponse _response = context.Response;
    private readonly Preferences _preferences = new(context.Request.Headers["Prefer"]);
    private OpenState? _state;

    public Task AnswerAsync()
    {
        var resource = _uri.Resource();
        request.Options.Allow(SystemOptions.Of(resource));
        return AnswerAsync(resource);
    }

    private Task AnswerAsync(Resource resource) => resource switch
    {
        Resource.ServiceDocument => AnswerServiceDocumentAsync(),
        Resource.Metadata => AnswerMetadataAsync(),
        Resource.Collection collection => AnswerCollectionAsync(collection),
        Resource.CollectionCount collection => AnswerCountAsync(collection),
        Resource.Entity entity => AnswerEntityAsync(entity),
        Resource.Property property => AnswerPropertyAsync(property),
        Resource.PropertyValue value => AnswerValueAsync(value),
        var other => throw new NotSupportedException($"Nothing answers for {other}."),
    };

    private Task AnswerServiceDocumentAsync() => ServiceDocument.WriteAsync(_response, request, JsonFormat(), cancel);

    private Task AnswerMetadataAsync()
    {
        var document = Negotiation.Metadata(context.Request.Headers.Accept, request.Options["$format"], settings);
        return CompressedBody.WriteAsync(context, () => document.WriteAsync(_response, cancel));
    }

    private async Task AnswerCollectionAsync(Resource.Collection collection)
    {
        var asked = _uri.CollectionQuery(collection.Set);
        var query = await WithinAsync(collection.AsReferences ? asked.References : asked, collection.From) ?? throw NotThere(collection.Set);
        var page = Page.Of(query, request, _preferences, settings, await seals.GetAsync(cancel));
        if (IsOpen && await PinAsync(page) is { } pin)
        {
            await AnswerAsync(pin, page.Token?.Now ?? request.Now);
            return;
        }

        CheckCollections(query);
        var format = RowFormat();
        var statement = SqlBuilder.Page(page.Query, page.Take, _database.Engine);
        _response.ContentType = format.ContentType;
        Acknowledge(page.Size.Applied);

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var coding = ContentCoding.Of(context.Request);
        var segment = coding is null ? null : await segments.KeyAsync(context, request, coding, cancel);
        if (segment is not null && segments.Find(segment) is { } rendered)
        {
            await CompressedBody.SendAsync(_response, rendered, coding!, cancel);
            return;
        }

        await using var opened = await OpenAsync(page, statement);
        await using var body = coding is null ? null : new CompressedBody(_response, coding, keep: segment is not null);
        var writer = new PageWriter(_response.BodyWriter, page, request, format, _database.Engine, compressed: body is not null);
        await WriteAsync(async () =>
        {
            await writer.WriteAsync(opened.Rows, opened.Count, Collections(query, page.Size, format), cancel);
            if (body is not null && await body.EndAsync() is { } whole)
            {
                await segments.KeepAsync(segment!, whole, context, request, coding!, cancel);
            }
        });
    }

    /// <summary>
    /// Opens a page: of a past instant after which nothing has changed, from what stands, which is there at once. Whether
    /// that is so is asked again once it is open, for a write may have come before.
    /// </summary>
    private async Task<OpenPage> OpenAsync(Page page, SqlStatement statement)
    {
        var reading = page.Query.Reading;
        if (reading.At is { } at && await pins.StandsAsync(at, cancel)
            && await PresentAsync(page with { Query = page.Query with { Reading = reading with { Stands = true } } }, at) is { } present)
        {
            return present;
        }

        return await OpenAsync(page, statement, page.Query.Count || page.Query.HasCollections ? await _database.OpenStateAsync(cancel) : null);
    }

    /// <summary>The page from what stands; null when that is no longer known to be what stood.</summary>
    private async Task<OpenPage?> PresentAsync(Page page, DateTimeOffset at)
    {
        OpenPage? opened = null;
        var stands = false;
        try
        {
            var statement = SqlBuilder.Page(page.Query, page.Take, _database.Engine);
            opened = await OpenAsync(page, statement, await _database.OpenStateAsync(cancel));
            stands = await pins.StandsAsync(at, cancel);
            return stands ? opened : null;
        }
        catch (DbException fault) when (Database.IsSnapshotRefused(fault))
        {
            return null;
        }
        finally
        {
            if (!stands && opened is not null)
            {
                await opened.DisposeAsync();
            }
        }
    }

    private async Task<OpenPage> OpenAsync(Page page, SqlStatement statement, OpenState? state)
    {
        _state = state;
        try
        {
            long? count = page.Query.Count ? await CountAsync(page.Query) : null;
            return new(state, count, page.Take > 0 ? await OpenAsync(statement) : null);
        }
        catch
        {
            _state = null;
            if (state is not null)
            {
                await state.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Whether the state of the store that is read is still to be chosen.</summary>
    private bool IsOpen => request.Reading.At is null && !request.IsDraft;

    private async Task<Pin?> PinAsync(Page page) =>
        page.Token is { } token ? new(token.At, IsPresent: true) : await pins.ForAsync(page, cancel);

    private async Task AnswerAsync(Pin pin, DateTimeOffset now)
    {
        if (pin.IsForLinks && await IsAnsweredWithoutLinksAsync())
        {
            return;
        }

        if (!pin.IsPresent)
        {
            Representation.Withhold(_response); // the present will be told under the same tag
        }

        await AnswerAsync(request with { Reading = request.Reading with { At = pin.At }, Now = now });
    }

    /// <summary>Tells the present, unless that takes a link, behind which it might already have changed.</summary>
    private async Task<bool> IsAnsweredWithoutLinksAsync()
    {
        try
        {
            await using var draft = new DraftBody(_response);
            await AnswerAsync(request with { IsDraft = true });
            await draft.SendAsync(cancel);
            return true;
        }
        catch (DraftException)
        {
            _response.Headers.Remove(PreferenceApplied);
            return false;
        }
    }

    private async Task AnswerCountAsync(Resource.CollectionCount collection)
    {
        var query = await WithinAsync(_uri.CollectionQuery(collection.Set), collection.From) ?? throw NotThere(collection.Set);
        var count = await CountAsync(query);
        _response.ContentType = PlainText;
        await _response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), cancel);
    }

    private async Task AnswerEntityAsync(Resource.Entity entity)
    {
        var asked = _uri.EntityQuery(entity.Set) with { Key = entity.Key };
        if (await WithinAsync(entity.AsReference ? asked.References : asked, entity.From) is not { } query)
        {
            _response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (query.HasCollections && IsOpen && await pins.ForLinksAsync(cancel) is { } pin)
        {
            await AnswerAsync(pin, request.Now);
            return;
        }

        CheckCollections(query);
        var format = RowFormat();
        var size = PageSize.Of(_preferences, null, settings.ExpandedPage);
        Acknowledge(query.HasCollections ? size.Applied : null);
        await using var state = _state = query.HasCollections ? await _database.OpenStateAsync(cancel) : null;
        await using var stream = await FindAsync(query);
        _response.ContentType = format.ContentType;
        await CompressedBody.WriteAsync(context, () => WriteAsync(() => new EntityDocument(_response.BodyWriter, query, request, format, _database.Engine)
            .WriteAsync(stream, Collections(query, size, format), cancel)));
    }

    private Task AnswerAsync(FeedRequest other) =>
        new FeedHandler(context, store, seals, pins, segments, settings, other, cancel).AnswerAsync();

    // What cannot be asked is refused before anything is written.
    private void CheckCollections(SetQuery query)
    {
        foreach (var collection in query.AllCollections)
        {
            CollectionBuilder.Rows(collection, [], 0, 0, _database.Engine);
        }
    }

    private CollectionWriter? Collections(SetQuery query, PageSize size, JsonFormat format) => query.HasCollections
        ? new(_response.BodyWriter, new(_state!, _database.Engine, format, size.Rows, settings.ExpandedRows), new(request), format)
        : null;

    private async Task AnswerPropertyAsync(Resource.Property property)
    {
        var format = JsonFormat();
        await using var stream = await FindAsync(property.Of, property.Column);
        if (stream.Rows.IsDBNull(0))
        {
            _response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        _response.ContentType = format.ContentType;
        var key = new KeyColumns(RowOf(property.Of, property.Column), 0).Read(RowValues.Of(stream.Rows, _database.Engine));
        new PropertyWriter(stream.Rows, _database.Engine).WriteDocument(_response.BodyWriter, request, property, key, format);
        await _response.BodyWriter.FlushAsync(cancel);
    }

    private async Task AnswerValueAsync(Resource.PropertyValue value)
    {
        await using var stream = await FindAsync(value.Of, value.Column);
        if (stream.Rows.IsDBNull(0))
        {
            _response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        _response.ContentType = PlainText;
        await _response.WriteAsync(new PropertyWriter(stream.Rows, _database.Engine).Text(value.Column), cancel);
    }

    private JsonFormat JsonFormat() => Negotiation.Json(context.Request.Headers.Accept, request.Options["$format"]);

    /// <summary>The format of an answer that holds whole rows, of which the client may want no nulls.</summary>
    private JsonFormat RowFormat()
    {
        Acknowledge(_preferences.OmitNulls ? "omit-values=nulls" : null);
        return JsonFormat() with { OmitNulls = _preferences.OmitNulls };
    }

    private void Acknowledge(string? applied)
    {
        if (applied is not null)
        {
            _response.Headers.AppendCommaSeparatedValues(PreferenceApplied, applied);
        }
    }

    private async Task<OpenRows> FindAsync(Resource.Entity entity, params IReadOnlyList<FeedColumn> columns) =>
        await FindAsync(await WithinAsync(RowOf(entity, columns), entity.From) ?? throw NotThere(entity.Set));

    private SetQuery RowOf(Resource.Entity entity, params IReadOnlyList<FeedColumn> columns) =>
        new(entity.Set, request.Reading) { Key = entity.Key, Columns = columns };

    /// <summary>The query for the rows reached from an entity; null when none can be, for its foreign key is null.</summary>
    private async Task<SetQuery?> WithinAsync(SetQuery query, Resource.Origin? from)
    {
        if (from is null)
        {
            return query;
        }

        var join = from.Navigation.Join;
        await using var stream = await FindAsync(from.Entity, [.. join.Select(pair => pair.Source)]);
        return join.Where((_, ordinal) => stream.Rows.IsDBNull(ordinal)).Any()
            ? null
            : query with { Within = [.. join.Select((pair, ordinal) => (pair.Target, stream.Rows.GetValue(ordinal)))] };
    }

    /// <summary>Opens the row of a key and reads it.</summary>
    private async Task<OpenRows> FindAsync(SetQuery query)
    {
        var stream = await OpenAsync(SqlBuilder.Entity(query, _database.Engine));
        var isThere = false;
        try
        {
            isThere = await stream.Rows.ReadAsync(cancel);
            return isThere ? stream : throw NotThere(query.Set);
        }
        finally
        {
            if (!isThere)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private static FeedException NotThere(FeedSet set) => FeedException.NotFound($"Aucune ligne de {set.Name} n'a cette clé.");

    private async Task<long> CountAsync(SetQuery query)
    {
        await using var stream = await OpenAsync(SqlBuilder.Count(query, _database.Engine));
        await stream.Rows.ReadAsync(cancel);
        return Convert.ToInt64(stream.Rows.GetValue(0), CultureInfo.InvariantCulture);
    }

    private Task<OpenRows> OpenAsync(SqlStatement statement) =>
        _state is null ? _database.StreamAsync(statement.Prepare, cancel) : _state.StreamAsync(statement.Prepare, cancel);

    /// <summary>A fault halfway cuts the connection, unless nothing has left yet: a document that closes must be whole.</summary>
    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch when (!request.IsDraft)
        {
            context.Abort();
            throw;
        }
    }
}
