using Reporting.Domain.Returns;

namespace Reporting.Domain.Tests.Counting;

/// <summary>Every place of a posted document that a JSON pointer can name.</summary>
internal static class PostedPointers
{
    public static HashSet<string> Of(Return posted) =>
        ["/indicateurs", .. posted.Lines.SelectMany((line, index) => Of(line, $"/indicateurs/{index}"))];

    private static IEnumerable<string> Of(ReturnLine line, string place)
    {
        IEnumerable<(string Name, bool IsGiven)> members =
        [
            ("", true), ("/code", true), ("/cible", line.Target is not null), ("/valeur", line.Value is not null),
            ("/contributions", line.Contributions is not null), ("/dontMobilite", line.OfWhichMobility is not null),
            ("/changementMethode/description", line.MethodChange is not null),
            ("/changementMethode/effet", line.MethodChange is not null),
        ];
        return members.Where(member => member.IsGiven).Select(member => place + member.Name)
            .Concat((line.Contributions ?? []).SelectMany((c, index) => Of(c, $"{place}/contributions/{index}")));
    }

    private static IEnumerable<string> Of(Contribution contribution, string place) =>
    [
        place,
        .. ContributionField.All.Where(field => field.IsGiven(contribution)).Select(field => $"{place}/{field.Name}"),
        .. (contribution.ByAge ?? new Dictionary<string, decimal>()).Keys.Select(age =>
            $"{place}/parAge/{age.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"),
    ];
}
