using System.Buffers;
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

/// <summary>The CSDL of the feed in one of its two formats, rendered once.</summary>
internal sealed class MetadataDocument
{
    private static readonly JsonWriterOptions _relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly MetadataDocument Xml = new("application/xml;charset=utf-8", RenderXml());
    public static readonly MetadataDocument Json = new("application/json;charset=utf-8", RenderJson());

    private readonly string _contentType;
    private readonly ReadOnlyMemory<byte> _content;

    private MetadataDocument(string contentType, ReadOnlyMemory<byte> content)
    {
        _contentType = contentType;
        _content = content;
    }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = _contentType;
        if (response.Headers.ContentEncoding.Count == 0)
        {
            response.ContentLength = _content.Length;
        }

        await response.Body.WriteAsync(_content, cancel);
    }

    private static ReadOnlyMemory<byte> RenderXml()
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Check(CsdlWriter.TryWriteCsdl(FeedModel.Instance, xml, CsdlTarget.OData, out var errors), errors);
        }

        return buffer.ToArray();
    }

    private static ReadOnlyMemory<byte> RenderJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _relaxed))
        {
            Check(CsdlWriter.TryWriteCsdl(FeedModel.Instance, json, out var errors), errors);
        }

        return WithNullableNavigations(buffer.WrittenSpan);
    }

    // The library leaves out that a navigation may lead nowhere, which in this format means that it never does.
    private static ReadOnlyMemory<byte> WithNullableNavigations(ReadOnlySpan<byte> csdl)
    {
        var document = JsonNode.Parse(csdl)!;
        foreach (var type in FeedModel.Instance.SchemaElements.OfType<IEdmEntityType>())
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
