using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Reporting.Api.OpenApi;

/// <summary>The document as it is served: made once, for making it costs a thousand times what any other answer does.</summary>
internal sealed class OpenApiText([FromKeyedServices(OpenApiSetup.Document)] IOpenApiDocumentProvider provider)
{
    private readonly Lazy<Task<byte[]>> _made = new(() => MakeAsync(provider));

    public Task<byte[]> Value => _made.Value;

    private static async Task<byte[]> MakeAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1);
        return text.ToArray();
    }
}
