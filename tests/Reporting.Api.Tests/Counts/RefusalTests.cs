using Reporting.Api.Counts;
using Reporting.Domain.Participations;

namespace Reporting.Api.Tests.Counts;

public sealed class RefusalTests
{
    public static TheoryData<RefusalReason> Reasons => [.. Enum.GetValues<RefusalReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_to_refuse_a_count_is_the_caller_s_to_mend(RefusalReason reason)
    {
        var receipt = new CountReceipt
        {
            Year = 2025, Read = 0, Rejected = 0, FirstRejected = [], RejectedByReason = new Dictionary<RejectionReason, long>(),
            Warnings = [], Sources = [], RuleVersion = "",
        };

        Assert.InRange(CountEndpoints.Refusal(new(reason, null, null, "", receipt), new()).StatusCode!.Value, 400, 422);
    }
}
