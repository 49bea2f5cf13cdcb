using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reporting.Api.Json;
using Reporting.Domain;
using Reporting.Domain.Returns;

namespace Reporting.Api.Returns;

/// <summary>
/// What a simulation counted and from what. It holds its own parts, so that any instance, at any time, can tell which
/// of them a later count no longer finds; a checksum tells a receipt that was cut or mistyped.
/// </summary>
internal sealed record Receipt
{
    private const int ChecksumLength = 8;

    [JsonPropertyName("document")]
    public required string Document { get; init; }

    [JsonPropertyName("regles")]
    public required string Rules { get; init; }

    /// <summary>Null when the territory had no contract.</summary>
    [JsonPropertyName("contrat")]
    public int? Contract { get; init; }

    [JsonPropertyName("chiffres")]
    public required IReadOnlyList<ReceiptFigure> Figures { get; init; }

    [JsonPropertyName("constats")]
    public required string Findings { get; init; }

    // JSON may hold null where the type says that there is none.
    [JsonIgnore]
    private bool IsWhole => Figures is not null && Figures.All(figure => figure is { Code: not null });

    public static Receipt Of(CanonicalBody body, int? contract, CountedReturn counted) => new()
    {
        Document = body.Digest,
        Rules = counted.RuleVersion,
        Contract = contract,
        Figures = [.. counted.Lines.Select(line => new ReceiptFigure(line.Indicator.Code, line.Value, line.LowerBound))],
        Findings = Digest.Of(JsonSerializer.Serialize(counted.Findings)),
    };

    public string Encode()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, WireJson.TypeOf<Receipt>());
        return Base64Url.EncodeToString([.. Checksum(json), .. json]);
    }

    /// <summary>Null when the text is no receipt, or no longer a whole one.</summary>
    public static Receipt? Decode(string text)
    {
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > ChecksumLength } bytes)
        {
            return null;
        }

        var json = bytes.AsSpan(ChecksumLength);
        try
        {
            return bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(json))
                && JsonSerializer.Deserialize(json, WireJson.TypeOf<Receipt>()) is { IsWhole: true } receipt
                ? receipt
                : null;
        }
        catch (JsonException)
        {
            // The checksum is no secret: whoever computed it wrote something else under it.
            return null;
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> json) => SHA256.HashData(json).AsSpan(0, ChecksumLength);
}

internal sealed record ReceiptFigure(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("valeur")] decimal Value,
    [property: JsonPropertyName("borneBasse")] decimal LowerBound);
