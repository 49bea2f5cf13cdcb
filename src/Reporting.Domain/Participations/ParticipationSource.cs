namespace Reporting.Domain.Participations;

/// <summary>One file or stream of participation records; several of them count as one.</summary>
/// <param name="Name">What receipts and rejections call it.</param>
/// <param name="Content">The records in UTF-8, decompressed. Read once to its end, not closed.</param>
/// <param name="Format">How they are written, or null to tell from the first character.</param>
public sealed record ParticipationSource(string Name, Stream Content, ParticipationFormat? Format = null);

/// <summary>How participation records are written.</summary>
public enum ParticipationFormat
{
    /// <summary>A header, then one record a line, with commas or semicolons; quotes as in RFC 4180.</summary>
    Csv,

    /// <summary>One flat JSON object a line.</summary>
    Ndjson,
}
