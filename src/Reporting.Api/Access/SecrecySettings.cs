using System.Runtime.CompilerServices;

namespace Reporting.Api.Access;

/// <summary>
/// Below which count a figure identifies people (section <c>Secrecy</c>). Every instance of a service must have the same.
/// </summary>
internal sealed class SecrecySettings
{
    public const string Section = "Secrecy";

    /// <summary>For readers of restricted aggregates.</summary>
    public int ReaderThreshold { get; set => field = AtLeastTwo(value); } = 5;

    /// <summary>For anybody.</summary>
    public int PublicThreshold { get; set => field = AtLeastTwo(value); } = 11;

    private static int AtLeastTwo(int value, [CallerMemberName] string setting = "") => value >= 2
        ? value
        : throw new ArgumentOutOfRangeException($"{Section}:{setting}", value, "A threshold of secrecy is at least 2.");
}
