namespace Reporting.Store;

/// <summary>What a store is for. One that was for the one is never for the other.</summary>
public enum StoreKind
{
    /// <summary>What territories report.</summary>
    Real,

    /// <summary>What their vendors try: nothing in it counts.</summary>
    Sandbox,
}
