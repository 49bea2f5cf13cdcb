namespace Reporting.Domain.Returns;

/// <summary>Something that happened to a return: one of its versions entered a state.</summary>
/// <param name="Sequence">Its number among all the events of the return, from 1, without gap; it orders them, not the clock.</param>
/// <param name="Version">The version.</param>
/// <param name="State">The state that it entered.</param>
/// <param name="At">When; never before the event with the number below.</param>
public sealed record ReturnEvent(int Sequence, int Version, ReturnState State, DateTimeOffset At)
{
    /// <summary>Who did it, where that was read.</summary>
    public string? Actor { get; init; }

    /// <summary>What the reviewer said, for a review.</summary>
    public Review? Review { get; init; }

    /// <summary>The version whose body it counts again, when the event brought in a recount.</summary>
    public int? RecountOf { get; init; }
}
