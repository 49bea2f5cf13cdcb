using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Reporting.Api.OpenApi;

/// <summary>
/// Tells what the generator can't see: figures are plain numbers in spite of their converter, a null member of an
/// answer is left out, and a posted document may hold no unknown member.
/// </summary>
internal sealed class WireSchemaTransformer : IOpenApiSchemaTransformer
{
    private const string PostedSuffix = "Body";

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(decimal) || type == typeof(decimal?))
        {
            schema.Type = JsonSchemaType.Number | (type == typeof(decimal?) ? JsonSchemaType.Null : 0);
            schema.Format = null;
        }

        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object)
        {
            schema.AdditionalPropertiesAllowed = !type.Name.EndsWith(PostedSuffix, StringComparison.Ordinal);
            foreach (var property in context.JsonTypeInfo.Properties.Where(MayBeLeftOut))
            {
                schema.Required?.Remove(property.Name);
            }
        }

        return Task.CompletedTask;
    }

    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        property.IsGetNullable
        && property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), true)
            .OfType<JsonIgnoreAttribute>().Any(ignore => ignore.Condition is JsonIgnoreCondition.Never) is not true;
}
