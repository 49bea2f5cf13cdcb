using System.Xml;
using Microsoft.OData.Edm.Csdl;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Feed.Writing;

/// <summary>The CSDL of the feed, rendered once.</summary>
internal static class MetadataDocument
{
    public static readonly ReadOnlyMemory<byte> Xml = Render();

    public static async Task WriteAsync(HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = "application/xml;charset=utf-8";
        response.ContentLength = Xml.Length;
        await response.Body.WriteAsync(Xml, cancel);
    }

    private static ReadOnlyMemory<byte> Render()
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(FeedModel.Instance, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException(string.Join('\n', errors));
            }
        }

        return buffer.ToArray();
    }
}
