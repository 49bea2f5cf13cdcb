using System.Text.Unicode;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Tells records whose bytes are no text.</summary>
internal static class Spoilt
{
    public static RejectionReason? Reason(ReadOnlySpan<byte> record) =>
        record.Contains((byte)0) ? RejectionReason.Nul
        : !Utf8.IsValid(record) ? RejectionReason.Encoding
        : null;
}
