namespace Reporting.Domain.Returns;

/// <summary>Finds the legal word that a word mistyped in case, accents or separators can only stand for.</summary>
internal static class Spelling
{
    private const string Accented = "àâäçéèêëîïôöùûüÿ";
    private const string Plain = "aaaceeeeiioouuuy";

    /// <summary>The one legal word with the same letters and digits; null when there is none, or more than one.</summary>
    public static string? Meant(string given, IEnumerable<string> legal)
    {
        var bare = Bare(given);
        var same = legal.Where(word => Bare(word) == bare).Take(2).ToList();
        return same is [var only] ? only : null;
    }

    private static string Bare(string word) =>
        string.Concat(word.ToLowerInvariant().Where(char.IsLetterOrDigit).Select(WithoutAccent));

    private static char WithoutAccent(char letter) =>
        Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? Plain[index] : letter;
}
