using System.CommandLine;
using System.CommandLine.Parsing;
using Reporting.Cli.Conformance;

namespace Reporting.Cli.Commands;

internal sealed class ConformanceOptions
{
    public const string ReviewerMissing =
        "il manque un jeton d'examinateur (--jeton-examinateur ou REPORTING_JETON_EXAMINATEUR) : sans lui, renvoi, correction et validation ne se jouent pas. "
        + "Sur un service en développement : reporting jeton commissaire --region CODE ; sur un bac à sable hébergé : une seconde application Entra "
        + "qui y porte le rôle commissaire et votre région. Ou passez --sans-examen.";

    public Option<int> Year { get; } = YearOption.Create();

    public Option<string> Territory { get; } = SirenOption.Create("--territoire", "SIREN du territoire d'essai : l'épreuve poste et dépose pour lui");

    public Option<string> Posted { get; } = SirenOption.Create(
        "--verifier-remontee", "Ne rien écrire : vérifier la remontée que votre logiciel a postée pour ce SIREN");

    public Option<string> File { get; } = new("--fichier")
    {
        Description = "Avec --verifier-remontee : le document que votre logiciel devait poster, à comparer ligne pour ligne",
        HelpName = "remontee.json",
    };

    public Option<string> Reviewer { get; } = new("--jeton-examinateur")
    {
        Description = "Jeton de rôle commissaire pour la région du territoire ; à défaut REPORTING_JETON_EXAMINATEUR",
        HelpName = "jeton",
    };

    public Option<bool> WithoutReview { get; } = new("--sans-examen")
    {
        Description = "Ne pas jouer les cas qui demandent un examinateur ; le rapport le dit",
    };

    public Option<string> Report { get; } = new("--rapport")
    {
        Description = "Écrire le résultat : JSON (.json) ou JUnit pour une intégration continue (.xml)",
        HelpName = "fichier",
        Validators = { CheckReport },
    };

    public void CheckGiven(CommandResult result)
    {
        result.Require(Year);
        if (result.GetResult(Territory) is null == result.GetResult(Posted) is null)
            result.AddError("donnez soit --territoire <SIREN>, soit --verifier-remontee <SIREN>.");
        if (result.GetResult(File) is not null && result.GetResult(Posted) is null)
            result.AddError("--fichier va avec --verifier-remontee.");
    }

    private static void CheckReport(OptionResult result)
    {
        if (result.Tokens is [{ Value: var path }] && !ReportFile.IsKnown(path))
            result.AddError($"--rapport attend un nom en .json ou .xml ; reçu « {path} ».");
    }
}
