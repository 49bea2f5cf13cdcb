using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reporting.Domain.Participations;
using Reporting.Domain.Returns;

namespace Reporting.Benchmarks.Participations;

/// <summary>
/// What a whole count tells beside the national figures, in the same words whoever counted: the emitted contributions
/// in their order, the keys under each outcome, and the records rejected.
/// </summary>
internal sealed class CountDetails
{
    private readonly List<string> _lines = [];
    private int _contributions;

    public static CountDetails Of(ParticipationCount count)
    {
        var details = new CountDetails();
        foreach (var (reason, records) in count.Receipt.RejectedByReason)
        {
            details.AddRejected(reason, records);
        }

        foreach (var rejected in count.Receipt.FirstRejected)
        {
            details.AddRejected(rejected.Line, rejected.Column, rejected.Reason);
        }

        foreach (var indicator in count.Indicators)
        {
            details.AddRecords(indicator.Indicator.Code, indicator.Records);
            foreach (var outcome in indicator.Outcomes)
            {
                details.AddKeys(indicator.Indicator.Code, outcome.Outcome, outcome.Keys);
            }
        }

        foreach (var line in count.Return.Lines)
        {
            foreach (var contribution in line.Contributions ?? [])
            {
                details.Add(contribution);
            }
        }

        return details;
    }

    public void AddRejected(RejectionReason reason, decimal records) => Add($"rejected {reason} {records:0.##}");

    public void AddRejected(long line, string? column, RejectionReason reason) => Add($"rejected {line} {column} {reason}");

    public void AddRecords(string code, decimal records)
    {
        if (records > 0)
        {
            Add($"records {code} {records:0.##}");
        }
    }

    public void AddKeys(string code, RecordOutcome outcome, decimal keys) => Add($"keys {code} {outcome} {keys:0.##}");

    public void Add(Contribution contribution)
    {
        decimal?[] units =
        [
            contribution.Headcount, contribution.Duplicates, contribution.Households, contribution.OfWhichMobility,
            contribution.OutOfPeriod, contribution.OutOfPublic, contribution.WithoutFollowUp, contribution.EasyReadOnly,
            contribution.AlreadyInEmp2,
        ];
        var texts = units.Select(unit => unit?.ToString("0.##", CultureInfo.InvariantCulture));
        Add($"contribution {_contributions++:000000} {contribution.LocalIndicator} {contribution.Action} {contribution.Modality} {contribution.FundingAxis} {string.Join(' ', texts)}");
    }

    /// <summary>The same for the same details, in whatever order they came.</summary>
    public string Digest() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _lines.Order(StringComparer.Ordinal)))))[..16];

    private void Add(FormattableString line) => _lines.Add(FormattableString.Invariant(line));
}
