using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Benchmarks.Participations;

/// <summary>A record as a plain program holds it.</summary>
internal sealed record NationalRecord
{
    [JsonPropertyName("action")]
    public string Action { get; init; } = "";

    [JsonPropertyName("indicateur")]
    public string Indicator { get; init; } = "";

    [JsonPropertyName("personne")]
    public string Person { get; init; } = "";

    [JsonPropertyName("menage")]
    public string Household { get; init; } = "";

    [JsonPropertyName("age")]
    public string Age { get; init; } = "";

    [JsonPropertyName("naissance")]
    public string Birth { get; init; } = "";

    [JsonPropertyName("debut")]
    public string Start { get; init; } = "";

    [JsonPropertyName("age_enfant")]
    public string ChildAge { get; init; } = "";

    [JsonPropertyName("date")]
    public string Date { get; init; } = "";

    [JsonPropertyName("modalite")]
    public string Modality { get; init; } = "";

    [JsonPropertyName("suite")]
    public string FollowUp { get; init; } = "";

    [JsonPropertyName("pro_forme")]
    public string Trained { get; init; } = "";

    [JsonPropertyName("demandeur_emploi")]
    public string JobSeeker { get; init; } = "";

    [JsonPropertyName("financement")]
    public string Funding { get; init; } = "";

    [JsonPropertyName("categories")]
    public string Categories { get; init; } = "";

    [JsonPropertyName("session")]
    public string Session { get; init; } = "";

    [JsonPropertyName("issue")]
    public string Issue { get; init; } = "";

    [JsonPropertyName("quantite")]
    public string Quantity { get; init; } = "";

    [JsonPropertyName("exclusion")]
    public string Exclusion { get; init; } = "";

    [JsonIgnore]
    public string FundingAxis => Funding != "" ? Funding : Action[0] == '2' ? "emploi" : "";

    [JsonIgnore]
    public int? CompletedAge
    {
        get
        {
            if (Age != "")
            {
                return int.Parse(Age, CultureInfo.InvariantCulture);
            }

            if (Birth == "" || Start == "")
            {
                return null;
            }

            var years = int.Parse(Start.AsSpan(0, 4), CultureInfo.InvariantCulture) - int.Parse(Birth.AsSpan(0, 4), CultureInfo.InvariantCulture);
            return string.CompareOrdinal(Start, 4, Birth, 4, 6) < 0 ? years - 1 : years;
        }
    }
}

/// <summary>Reads numbers and nulls as the texts they stand for.</summary>
internal sealed class LooseText : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => "",
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => reader.GetString()!,
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

[JsonSourceGenerationOptions(Converters = [typeof(LooseText)])]
[JsonSerializable(typeof(NationalRecord))]
internal sealed partial class NationalRecordContext : JsonSerializerContext;
