using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reporting.Domain.Returns;

namespace Reporting.Api.Returns;

[Description("La remontée d'un territoire pour une année : le tableau de l'annexe 9.")]
internal sealed record ReturnBody
{
    [JsonPropertyName("indicateurs"), Description("Une ligne par indicateur.")]
    public required IReadOnlyList<LineBody> Lines { get; init; }

    public Return ToReturn(int year) => new(year, [.. Lines.Select(line => line.ToLine())]);
}

[Description("Une ligne : la cible de l'année et, au choix, une valeur déclarée ou des contributions.")]
internal sealed record LineBody
{
    [JsonPropertyName("code"), StringLength(8, MinimumLength = 1), Description("Code de l'indicateur national, de ENF-1 à TES-3.")]
    public required string Code { get; init; }

    [JsonPropertyName("cible"), Description("Cible de l'année ; requise pour déposer.")]
    public decimal? Target { get; init; }

    [JsonPropertyName("commentaire"), StringLength(4000), Description("Commentaire libre.")]
    public string? Comment { get; init; }

    [JsonPropertyName("changementMethode"), Description("Changement de périmètre ou de méthode depuis l'année précédente.")]
    public MethodChangeBody? MethodChange { get; init; }

    [JsonPropertyName("valeur"), Description("Valeur déclarée, à défaut de contributions.")]
    public decimal? Value { get; init; }

    [JsonPropertyName("dontMobilite"), Description("EMP-1 déclaré par « valeur » : unités déjà comptées parmi les personnes en recherche d'emploi de TES-2.")]
    public decimal? OfWhichMobility { get; init; }

    [JsonPropertyName("contributions"), Description("Une contribution par action locale, dont la valeur nationale est déduite.")]
    public IReadOnlyList<ContributionBody>? Contributions { get; init; }

    public ReturnLine ToLine() => new()
    {
        Code = Code,
        Target = Target,
        Comment = Comment,
        MethodChange = MethodChange is null ? null : new(MethodChange.Description, MethodChange.Effect),
        Value = Value,
        OfWhichMobility = OfWhichMobility,
        Contributions = Contributions is null ? null : [.. Contributions.Select(contribution => contribution.ToContribution())],
    };
}

[Description("Un changement de périmètre ou de méthode.")]
internal sealed record MethodChangeBody
{
    [JsonPropertyName("description"), StringLength(2000), Description("Ce qui a changé.")]
    public required string Description { get; init; }

    [JsonPropertyName("effet"), Description("Effet signé sur le décompte de l'année.")]
    public required decimal Effect { get; init; }
}
