namespace Reporting.Store.Journal;

/// <summary>
/// One write or sensitive read, and the journal entry that it leaves. Its id is made once: a write interrupted while it
/// committed is known by it, and is not made twice.
/// </summary>
/// <param name="Author">Who acts.</param>
/// <param name="Action">One of <see cref="JournalActions"/>.</param>
/// <param name="Year">The campaign concerned, if one is.</param>
/// <param name="Territory">SIREN of the territory concerned, if one is.</param>
/// <param name="Version">The version written or read, if one is.</param>
public sealed record Act(Author Author, string Action, int? Year = null, string? Territory = null, int? Version = null)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>
    /// The instant that what is written bears, when it must be durable soon after it: what is read as of a past instant
    /// would change if it came later.
    /// </summary>
    public DateTimeOffset? DatedAt { get; init; }

    internal IReadOnlyList<Func<Session, Task>> Together { get; private init; } = [];

    /// <summary>The same act, which also writes something else: all of it becomes durable at once, or none.</summary>
    internal Act With(Func<Session, Task> write) => this with { Together = [.. Together, write] };

    /// <summary>Another act of the same author on the same subject, with its own entry.</summary>
    public Act Then(string action) => new(Author, action, Year, Territory, Version) { DatedAt = DatedAt };
}
