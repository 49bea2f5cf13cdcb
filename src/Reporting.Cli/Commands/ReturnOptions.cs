using System.CommandLine;
using System.CommandLine.Parsing;

namespace Reporting.Cli.Commands;

/// <summary>What `simuler` and `deposer` both ask: the file and where it goes.</summary>
internal sealed class ReturnOptions
{
    public Argument<string> File { get; } = new("fichier.json")
    {
        Description = "La remontée, en JSON UTF-8 ; « - » pour l'entrée standard",
    };

    public Option<int> Year { get; } = YearOption.Create();

    public Option<string> Territory { get; } = SirenOption.Create("--territoire", "SIREN du territoire, 9 chiffres (obligatoire)");

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Rendre la réponse du service telle quelle, en JSON",
    };

    public void CheckGiven(CommandResult result)
    {
        result.Require(Year);
        result.Require(Territory);
    }
}
