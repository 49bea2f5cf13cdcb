namespace Reporting.Domain.Returns;

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Operation"><c>remove</c>, <c>replace</c> or <c>move</c>.</param>
/// <param name="Path">JSON pointer into the posted document.</param>
/// <param name="Value">The value to write; null for <c>remove</c> and <c>move</c>.</param>
/// <param name="From">JSON pointer to what is moved; null unless for <c>move</c>.</param>
public sealed record PatchOperation(string Operation, string Path, object? Value = null, string? From = null)
{
    /// <summary>Removes the member at a place.</summary>
    /// <param name="path">JSON pointer.</param>
    public static PatchOperation Remove(string path) => new("remove", path);

    /// <summary>Writes another value at a place.</summary>
    /// <param name="path">JSON pointer.</param>
    /// <param name="value">A text, a figure or a truth value.</param>
    public static PatchOperation Replace(string path, object value) => new("replace", path, value);

    /// <summary>Moves a member to another name.</summary>
    /// <param name="from">JSON pointer to the member.</param>
    /// <param name="path">JSON pointer to its new place.</param>
    public static PatchOperation Move(string from, string path) => new("move", path, From: from);
}
