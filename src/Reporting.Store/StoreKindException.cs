namespace Reporting.Store;

/// <summary>The store is not of the kind that this service is set to.</summary>
/// <param name="found">Its kind; null when it holds returns and says nothing, as a real one did before kinds were kept.</param>
/// <param name="place">Where it is.</param>
public sealed class StoreKindException(StoreKind? found, string place)
    : Exception($"Reporting:Sandbox and the store do not agree: {place} is {found?.ToString() ?? "without a kind"}")
{
    public StoreKind? Found => found;

    public string Place => place;
}
