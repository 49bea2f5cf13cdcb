namespace Reporting.Domain.Returns;

/// <summary>What a rule found in a posted document.</summary>
/// <param name="Rule">Id of the rule, or <c>FORME</c> for the document's shape.</param>
/// <param name="Severity">Whether the return can be accepted.</param>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the posted document.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="OtherPointers">The other places where the same cause shows.</param>
/// <param name="Fix">A JSON Patch (RFC 6902) that mends it, where exactly one mend exists; otherwise empty.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string Pointer,
    Message Message,
    IReadOnlyList<string> OtherPointers,
    IReadOnlyList<PatchOperation> Fix)
{
    /// <summary>The rule id of findings about the document's shape.</summary>
    public const string Shape = "FORME";

    /// <summary>What is wrong at each place, first to last, when that differs from place to place; otherwise empty.</summary>
    public IReadOnlyList<FindingPlace> Places { get; init; } = [];

    /// <summary>A finding at one place.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="pointer">JSON pointer.</param>
    /// <param name="message">The message.</param>
    /// <param name="fix">The one mend, if there is one.</param>
    public static Finding At(
        string rule, Severity severity, string pointer, Message message, PatchOperation? fix = null) =>
        new(rule, severity, pointer, message, [], fix is null ? [] : [fix]);

    /// <summary>
    /// Folds findings with one cause into one that lists every place. Places that a mend is offered for stay apart from
    /// those without, so that the mend of a finding mends the whole of it.
    /// </summary>
    /// <param name="findings">Findings in the order they were made, which the result keeps.</param>
    public static IReadOnlyList<Finding> Fold(IEnumerable<Finding> findings) =>
    [
        .. findings
            .GroupBy(finding => (
                finding.Rule, finding.Severity, finding.Message.Code,
                Cause: finding.Message.Together ?? finding.Message.Text, IsMended: finding.Fix is not []))
            .Select(same => Together([.. same])),
    ];

    private static Finding Together(IReadOnlyList<Finding> same)
    {
        var first = same[0];
        var places = same.Select(finding => new FindingPlace(finding.Pointer, finding.Message.Text)).Distinct().ToList();
        var differ = places.Exists(place => place.Text != first.Message.Text);
        return first with
        {
            Message = differ ? new(first.Message.Code, first.Message.Together!) : first.Message,
            OtherPointers = [.. places.Select(place => place.Pointer).Distinct().Skip(1)],
            Places = differ ? places : [],
            Fix = [.. same.SelectMany(finding => finding.Fix).Distinct()],
        };
    }
}
