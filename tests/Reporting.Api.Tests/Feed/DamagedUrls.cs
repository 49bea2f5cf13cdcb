using CsCheck;

namespace Reporting.Api.Tests.Feed;

/// <summary>URLs into which pieces that mean something to URLs, OData or SQL are put, written over, or taken out.</summary>
internal static class DamagedUrls
{
    private static readonly string[] Pieces =
    [
        "'", "''", "(", ")", "$", "@", "%", "%25", "%00", "%27", "%2F", "%c3%28", "%ff", "/", "//", "?", "&", "=", "+", "-", ",", ";", ":", ".", "..", "~",
        "null", "true", " not ", " and ", " eq ", " in ", "INF", "NaN", "1e999", "9999999999999999999999", "duration'P1D'", "2024-01-01", "Annee", "$it", "*",
        "0", "%E2%82%AC", "[", "]", "{", "}", "%22", "|", "\\", "geography'POINT(1 1)'", "00000000-0000-0000-0000-000000000000", "binary'AA'", "/any(x:x eq 1)",
        "cast(", "isof(", "now()", "--", "/*", " OR 1=1", "DROP TABLE Axis", " as Axis", "Secret42", "Reporting.Resultat", "$value", "$ref", "$count", "$filter=", "$top=", "&$select=", "12:00:00", "%F0%9F%98%80", "a/b", "#",
    ];

    public static Gen<(int Kind, double Place, string Piece)> Edit { get; } =
        Gen.Select(Gen.Int[0, 2], Gen.Double.Unit, Gen.OneOf(Pieces));

    public static string Apply(string url, List<(int Kind, double Place, string Piece)> edits)
    {
        foreach (var (kind, place, piece) in edits)
        {
            var at = (int)(place * url.Length);
            url = kind switch
            {
                0 => url.Insert(at, piece),
                1 => url[..at] + piece + url[Math.Min(url.Length, at + piece.Length)..],
                _ => url.Remove(at, Math.Min(url.Length - at, piece.Length)),
            };
        }

        return url;
    }
}
