using Reporting.Domain.Returns;

namespace Reporting.Domain.FollowUp;

/// <summary>Something that happened to a return.</summary>
/// <param name="Sequence">Its number among the events of the return, from 1.</param>
/// <param name="Version">The version that it happened to.</param>
/// <param name="State">The state that it brought that version to.</param>
/// <param name="At">When.</param>
public sealed record ReturnStep(int Sequence, int Version, ReturnState State, DateTimeOffset At);
