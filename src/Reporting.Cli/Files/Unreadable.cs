namespace Reporting.Cli.Files;

/// <summary>Why a file that the user named cannot be read.</summary>
internal static class Unreadable
{
    public static bool IsExpected(Exception e) => e is IOException or UnauthorizedAccessException;

    public static Failure Failure(string path, Exception e) => Cli.Failure.Usage(e switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"{path} : ce fichier n'existe pas. Vérifiez le chemin.",
        UnauthorizedAccessException => $"{path} : lecture impossible, c'est un dossier ou les droits manquent.",
        _ => $"{path} : lecture impossible ({e.Message}).",
    });
}
