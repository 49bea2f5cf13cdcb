using System.Text;
using Reporting.Domain.Participations;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Counts short texts of records.</summary>
internal static class Counting
{
    public const string Header = "action,indicateur,personne,menage,age,naissance,debut,age_enfant,date,modalite,suite,pro_forme,demandeur_emploi,financement,categories,session,issue,quantite,exclusion\n";

    public static CountOutcome Try(byte[] content, CountingOptions? options = null, ParticipationFormat? format = null) =>
        ParticipationCounter.CountAsync([new("f", new MemoryStream(content), format)], options ?? new() { Year = 2024, Tolerance = 1 })
            .GetAwaiter().GetResult();

    public static CountOutcome Try(string content, CountingOptions? options = null) => Try(Encoding.UTF8.GetBytes(content), options);

    public static ParticipationCount Count(string content) => Assert.IsType<CountOutcome.Counted>(Try(content)).Count;

    public static CountOutcome.Refused Refuse(byte[] content, CountingOptions? options = null) =>
        Assert.IsType<CountOutcome.Refused>(Try(content, options));

    public static CountOutcome.Refused Refuse(string content, CountingOptions? options = null) => Refuse(Encoding.UTF8.GetBytes(content), options);

    /// <summary>Figures, then rejections, in one line.</summary>
    public static string Told(this ParticipationCount count) => string.Join(", ",
        [
            .. count.Indicators.Select(indicator => $"{indicator.Indicator.Code}={indicator.Figure:0.##}"),
            .. count.Receipt.FirstRejected.Select(rejected => $"{rejected.Line} {rejected.Column} {rejected.Reason.ToCode()}"),
        ]);

    public static string Warnings(this ParticipationCount count) =>
        string.Join(", ", count.Receipt.Warnings.Select(warning => $"{warning.Kind} {warning.Line} {warning.Column}"));
}
