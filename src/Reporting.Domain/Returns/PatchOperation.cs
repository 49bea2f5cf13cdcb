namespace Reporting.Domain.Returns;

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Operation"><c>add</c>, <c>remove</c> or <c>replace</c>.</param>
/// <param name="Path">JSON pointer into the posted document.</param>
/// <param name="Value">The value to write; null for <c>remove</c>.</param>
public sealed record PatchOperation(string Operation, string Path, object? Value = null)
{
    /// <summary>Removes the member at a place.</summary>
    /// <param name="path">JSON pointer.</param>
    public static PatchOperation Remove(string path) => new("remove", path);
}
