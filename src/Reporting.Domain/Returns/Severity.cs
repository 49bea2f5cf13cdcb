namespace Reporting.Domain.Returns;

/// <summary>What a finding does to the return.</summary>
public enum Severity
{
    /// <summary>To know; nothing to do.</summary>
    Information,

    /// <summary>To check; the return is accepted.</summary>
    Warning,

    /// <summary>To mend; the return is refused.</summary>
    Error,
}
