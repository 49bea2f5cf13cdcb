using Reporting.Api.Tests.Hosting;
using YamlDotNet.RepresentationModel;

namespace Reporting.Api.Tests.Deployment;

/// <summary>The YAML files of deploy/, anchors and merges resolved, as paths that lead to values.</summary>
internal static class Yaml
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "deploy");

    public static YamlNode Read(string file)
    {
        using var text = File.OpenText(Path.Combine(Folder, file));
        var stream = new YamlStream();
        stream.Load(text);
        return Assert.Single(stream.Documents).RootNode;
    }

    /// <summary>The node at the end of a path of keys; null where one is absent.</summary>
    public static YamlNode? At(this YamlNode node, params string[] path) => path is [var key, .. var rest]
        ? node is YamlMappingNode mapping && Find(mapping, key) is { } child ? child.At(rest) : null
        : node;

    public static string? Text(this YamlNode node, params string[] path) => (node.At(path) as YamlScalarNode)?.Value;

    public static IReadOnlyDictionary<string, YamlNode> Entries(this YamlNode? node) =>
        (node as YamlMappingNode)?.Children.ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => entry.Value)
        ?? [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => (node as YamlSequenceNode)?.Children ?? [];

    public static Dictionary<string, string?> Labels(this YamlNode? node) =>
        node.Entries().ToDictionary(entry => entry.Key, entry => (entry.Value as YamlScalarNode)?.Value);

    private static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child
        : mapping.Children.TryGetValue(new YamlScalarNode("<<"), out var merged) ? merged.At(key)
        : null;
}
