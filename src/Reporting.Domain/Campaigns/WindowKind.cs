namespace Reporting.Domain.Campaigns;

/// <summary>What opens a return to its owner.</summary>
public enum WindowKind
{
    /// <summary>The campaign.</summary>
    Campaign,

    /// <summary>A late exception.</summary>
    LateException,

    /// <summary>A review that sent the return back.</summary>
    Answer,
}
