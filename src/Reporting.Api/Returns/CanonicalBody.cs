using System.Text.Json;
using Reporting.Api.Json;

namespace Reporting.Api.Returns;

/// <summary>
/// A posted return in the one form that the same content always takes: fields in the order of the wire type, figures
/// without needless zeros, no insignificant white space.
/// </summary>
internal sealed record CanonicalBody(string Text, string Digest)
{
    public static CanonicalBody Of(ReturnBody body)
    {
        var text = JsonSerializer.Serialize(body, WireJson.TypeOf<ReturnBody>());
        return new(text, Domain.Digest.Of(text));
    }

    public static ReturnBody Read(string text) => JsonSerializer.Deserialize(text, WireJson.TypeOf<ReturnBody>())!;
}
