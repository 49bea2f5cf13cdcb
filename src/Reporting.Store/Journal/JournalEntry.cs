using System.Globalization;
using System.Text;
using Reporting.Domain;

namespace Reporting.Store.Journal;

/// <summary>An entry of the journal, chained to the one before it by that one's hash.</summary>
public sealed record JournalEntry
{
    /// <summary>What the first entry has for the hash of the one before.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>1 for the first entry, and one more for each entry after it.</summary>
    public required long Sequence { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Role { get; init; }

    public string? Client { get; init; }

    public required string Action { get; init; }

    public int? Year { get; init; }

    public string? Territory { get; init; }

    public int? Version { get; init; }

    public string? RemoteAddress { get; init; }

    public string? TraceId { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    internal static JournalEntry After(JournalHead head, Act act, DateTimeOffset at)
    {
        var entry = new JournalEntry
        {
            Sequence = head.Sequence + 1,
            Id = act.Id.ToString("D"),
            At = at,
            Actor = act.Author.Name,
            Role = act.Author.Role,
            Client = act.Author.Client,
            Action = act.Action,
            Year = act.Year,
            Territory = act.Territory,
            Version = act.Version,
            RemoteAddress = act.Author.RemoteAddress,
            TraceId = act.Author.TraceId,
            PreviousHash = head.Hash,
            Hash = "",
        };
        return entry with { Hash = entry.ComputeHash() };
    }

    /// <summary>
    /// SHA-256 of every other field in this order, each as a netstring (length in bytes of its UTF-8, colon, text,
    /// comma) or a hyphen when absent: no two entries can be written alike.
    /// </summary>
    public string ComputeHash()
    {
        string?[] fields =
        [
            Text(Sequence), Id, ColumnTypes.ToText(At), Actor, Role, Client, Action, Text(Year), Territory, Text(Version),
            RemoteAddress, TraceId, PreviousHash,
        ];
        var canonical = new StringBuilder();
        foreach (var field in fields)
        {
            canonical.Append(field is null ? "-" : string.Create(
                CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},"));
        }

        return Digest.Of(canonical.ToString());
    }

    private static string? Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}
