namespace Reporting.Domain.Returns;

/// <summary>Where a version of a return stands in its life.</summary>
public enum ReturnState
{
    /// <summary>Posted, not deposited.</summary>
    Draft,

    /// <summary>Deposited, to be reviewed: its figures are provisional.</summary>
    Deposited,

    /// <summary>Accepted by the commissaire.</summary>
    Validated,

    /// <summary>Sent back by the commissaire.</summary>
    SentBack,
}
