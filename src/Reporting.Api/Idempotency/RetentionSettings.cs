using System.Runtime.CompilerServices;

namespace Reporting.Api.Idempotency;

/// <summary>For how long what is not permanent is kept (section <c>Retention</c>).</summary>
internal sealed class RetentionSettings
{
    public const string Section = "Retention";

    private const int Longest = 3_650;

    /// <summary>Days for which a write repeated with its key is answered the same, at least.</summary>
    public int AnswerDays { get; set => field = Within(value); } = 30;

    private static int Within(int value, [CallerMemberName] string setting = "") => value is >= 1 and <= Longest
        ? value
        : throw new ArgumentOutOfRangeException($"{Section}:{setting}", value, $"A retention is of 1 to {Longest} days.");
}
