namespace Reporting.Store;

/// <summary>The store's schema and this release do not fit each other.</summary>
public sealed class SchemaException(string message) : Exception(message);
