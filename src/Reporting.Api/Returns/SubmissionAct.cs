using Reporting.Store.Journal;

namespace Reporting.Api.Returns;

/// <summary>What the journal keeps of a submission, and what makes its answer ready before it is tried.</summary>
internal sealed record SubmissionAct(Act Act, Action<SubmissionOutcome.Accepted> Ready)
{
    public SubmissionOutcome.Accepted Answering(SubmissionOutcome.Accepted accepted)
    {
        Ready(accepted);
        return accepted;
    }
}
