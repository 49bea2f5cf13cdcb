using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Reporting.Cli;

internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    private const string Appendix = """
        Exemple :
          reporting compter participations.csv --annee 2024 --cibles contrat.json --sortie remontee.json --recu recu.json
          export REPORTING_JETON=$(reporting jeton metropole --territoire 243300316)
          reporting simuler remontee.json --annee 2024 --territoire 243300316
          reporting deposer remontee.json --annee 2024 --territoire 243300316

        Variables d'environnement :
          REPORTING_URL    adresse du service, à défaut de --url
          REPORTING_JETON  jeton d'accès, à défaut de --jeton
          REPORTING_JETON_EXAMINATEUR  jeton d'examinateur, à défaut de --jeton-examinateur
          NO_COLOR         pas de couleur

        Codes de sortie :
          0    fait
          1    remontée refusée par le service : erreurs, campagne fermée, version concurrente ;
               décompte refusé : trop d'enregistrements rejetés ; cas de conformité échoué
          2    commande ou fichier à corriger : option, fichier illisible, JSON invalide, territoire ou année inconnus
          3    service injoignable ou en panne, jeton refusé
          130  interrompu (Ctrl-C)
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var standard = new StringWriter();
        parseResult.InvocationConfiguration.Output = standard;
        var exitCode = help.Invoke(parseResult);
        // The one word of it that the library has not translated.
        output.Write(standard.ToString().Replace("[command]", "[commande]"));
        output.WriteLine(Appendix);
        return exitCode;
    }
}
