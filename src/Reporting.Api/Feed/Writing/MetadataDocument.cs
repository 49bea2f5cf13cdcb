using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Writing;

/// <summary>The CSDL of the feed in one of its two formats, rendered once for each depth that a feed may expand to.</summary>
internal sealed class MetadataDocument
{
    private static readonly JsonWriterOptions _relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConcurrentDictionary<int, (MetadataDocument Xml, MetadataDocument Json)> _rendered = new();

    private readonly string _contentType;
    private readonly ReadOnlyMemory<byte> _content;

    private MetadataDocument(string contentType, ReadOnlyMemory<byte> content)
    {
        _contentType = contentType;
        _content = content;
    }

    public static MetadataDocument Xml(FeedSettings settings) => Rendered(settings).Xml;

    public static MetadataDocument Json(FeedSettings settings) => Rendered(settings).Json;

    private static (MetadataDocument Xml, MetadataDocument Json) Rendered(FeedSettings settings) => _rendered.GetOrAdd(settings.ExpandLevels, levels =>
    {
        // The library learns the aliases of vocabularies when it writes XML, and uses them in JSON.
        var model = FeedModel.Of(levels);
        return (new("application/xml;charset=utf-8", RenderXml(model)), new("application/json;charset=utf-8", RenderJson(model)));
    });

    public async Task WriteAsync(HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = _contentType;
        if (response.Headers.ContentEncoding.Count == 0)
        {
            response.ContentLength = _content.Length;
        }

        await response.Body.WriteAsync(_content, cancel);
    }

    private static ReadOnlyMemory<byte> RenderXml(IEdmModel model)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Check(CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors), errors);
        }

        return buffer.ToArray();
    }

    private static ReadOnlyMemory<byte> RenderJson(IEdmModel model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _relaxed))
        {
            Check(CsdlWriter.TryWriteCsdl(model, json, out var errors), errors);
        }

        return WithNullableNavigations(model, buffer.WrittenSpan);
    }

    // The library leaves out that a navigation may lead nowhere, which in this format means that it never does.
    private static ReadOnlyMemory<byte> WithNullableNavigations(IEdmModel model, ReadOnlySpan<byte> csdl)
    {
        var document = JsonNode.Parse(csdl)!;
        foreach (var type in model.SchemaElements.OfType<IEdmEntityType>())
        {
            foreach (var navigation in type.DeclaredNavigationProperties().Where(navigation => navigation.TargetMultiplicity() is EdmMultiplicity.ZeroOrOne))
            {
                document[type.Namespace]![type.Name]![navigation.Name]!["$Nullable"] = true;
            }
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _relaxed))
        {
            document.WriteTo(json);
        }

        return buffer.WrittenMemory;
    }

    private static void Check(bool written, IEnumerable<EdmError> errors)
    {
        if (!written)
        {
            throw new InvalidOperationException(string.Join('\n', errors));
        }
    }
}
