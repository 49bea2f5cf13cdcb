using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Reporting.Api.OpenApi;

/// <summary>Figures have a converter of their own, which hides from the generator that they are plain numbers.</summary>
internal sealed class FigureSchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(decimal) || type == typeof(decimal?))
        {
            schema.Type = JsonSchemaType.Number | (type == typeof(decimal?) ? JsonSchemaType.Null : 0);
        }

        return Task.CompletedTask;
    }
}
