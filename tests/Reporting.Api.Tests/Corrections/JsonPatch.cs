using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reporting.Api.Json;
using Reporting.Domain.Returns;

namespace Reporting.Api.Tests.Corrections;

/// <summary>Applies a mend as RFC 6902 says, from the JSON that the wire carries.</summary>
internal static class JsonPatch
{
    public static JsonNode Apply(JsonNode document, Finding finding) =>
        Apply(document, JsonSerializer.SerializeToNode(FindingAnswer.From(finding).Fix, WireJson.Options)!.AsArray());

    public static JsonNode Apply(JsonNode document, JsonArray patch)
    {
        var mended = document.DeepClone();
        foreach (var operation in patch.OfType<JsonObject>())
        {
            var path = Text(operation, "path")!;
            switch (Text(operation, "op"))
            {
                case "remove":
                    Remove(mended, path);
                    break;
                case "replace":
                    Remove(mended, path);
                    Add(mended, path, operation["value"]!.DeepClone());
                    break;
                case "move":
                    Add(mended, path, Remove(mended, Text(operation, "from")!));
                    break;
                case var unknown:
                    Assert.Fail($"no such operation: {unknown}");
                    break;
            }
        }

        return mended;
    }

    private static JsonNode? Remove(JsonNode document, string pointer)
    {
        var (parent, name) = Parent(document, pointer);
        var members = parent.AsObject();
        Assert.True(members.TryGetPropertyValue(name, out var removed), $"nothing at {pointer}");
        members.Remove(name);
        return removed;
    }

    private static void Add(JsonNode document, string pointer, JsonNode? value)
    {
        var (parent, name) = Parent(document, pointer);
        Assert.True(parent.AsObject().TryAdd(name, value), $"something at {pointer}");
    }

    private static (JsonNode Parent, string Name) Parent(JsonNode document, string pointer)
    {
        var segments = pointer.Split('/')[1..].Select(segment => segment.Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal)).ToList();
        var parent = segments.SkipLast(1).Aggregate(document, (node, segment) => node is JsonArray array
            ? array[int.Parse(segment, CultureInfo.InvariantCulture)]!
            : node[segment]!);
        return (parent, segments[^1]);
    }

    private static string? Text(JsonObject operation, string name) => operation[name]?.GetValue<string>();
}
