namespace Reporting.Domain.Campaigns;

/// <summary>A span of time in which the owner of a return may write it.</summary>
/// <param name="Kind">What opens it.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
public readonly record struct OpenWindow(WindowKind Kind, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Whether an instant is in it.</summary>
    /// <param name="instant">The instant.</param>
    public bool Holds(DateTimeOffset instant) => From <= instant && instant < Until;
}
