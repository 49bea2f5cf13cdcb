namespace Reporting.Api.Feed.Model;

/// <summary>What a column gives away, which decides for whom it is null.</summary>
internal enum Secret
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The figure of its line.</summary>
    Figure,

    /// <summary>The lower bound of its line.</summary>
    LowerBound,

    /// <summary>The figure of its line by last year's method.</summary>
    ComparableValue,

    /// <summary>What its line is made of.</summary>
    Detail,

    /// <summary>A count of its own, which no line stands behind.</summary>
    Count,

    /// <summary>Anything: it is text that somebody wrote about figures.</summary>
    Text,

    /// <summary>Nothing: it says what is withheld of its line.</summary>
    Status,
}
