using System.Globalization;

namespace Reporting.Api.Feed.Requests;

/// <summary>The version of OData that every answer is in, and the versions that a request may speak of.</summary>
internal static class ProtocolVersion
{
    public const string Header = "OData-Version";
    public const string Answered = "4.0";

    private const decimal Lowest = 4.0m;
    private const decimal Highest = 4.01m;

    public static void Check(IHeaderDictionary headers)
    {
        if (headers.TryGetValue("OData-MaxVersion", out var most) && !(Parse(most) >= Lowest))
        {
            throw FeedException.Malformed("Ce flux parle OData 4.0 : l'en-tête OData-MaxVersion ne l'admet pas.");
        }

        if (headers.TryGetValue(Header, out var spoken) && Parse(spoken) is not (>= Lowest and <= Highest))
        {
            throw FeedException.Malformed("Ce flux parle OData 4.0 et 4.01 : l'en-tête OData-Version en annonce une autre.");
        }
    }

    private static decimal? Parse(string? version) =>
        decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
