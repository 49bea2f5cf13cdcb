using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Reporting.Api.Operations;

internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    private const string Appendix = """
        Réglages, par variable d'environnement (Store__Provider) ou en ligne (--Store:Provider=SqlServer) :
          Store:Provider          Sqlite (par défaut) ou SqlServer
          Store:ConnectionString  chaîne de connexion ; à défaut, le fichier var/reporting.db
          Une chaîne qui contient un mot de passe se donne par l'environnement : la ligne de commande se lit
          dans la liste des processus.

        Codes de sortie :
          0    fait, ou rien à faire
          1    migrer --controle : des scripts restent à appliquer
          2    commande ou réglage à corriger
          3    magasin injoignable ou qui refuse la commande
          4    refusé pour protéger les données : script modifié, cible non vide, copie qui diffère
          5    verifier-journal : le journal est rompu
          130  interrompu (Ctrl-C) : rien n'est fait à moitié
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var standard = new StringWriter();
        parseResult.InvocationConfiguration.Output = standard;
        var exitCode = help.Invoke(parseResult);
        // What the library has not translated.
        output.Write(standard.ToString()
            .Replace("[command]", "[commande]")
            .Replace("[[--] <additional arguments>...]]", "[réglages]")
            .Replace("Arguments passed to the application that is being run.", "Réglages du service, de la forme --Section:Clé=valeur"));
        output.WriteLine(Appendix);
        return exitCode;
    }
}
