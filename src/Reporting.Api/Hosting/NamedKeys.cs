namespace Reporting.Api.Hosting;

/// <summary>
/// Secret keys of the service's configuration, each with a name that what was made with it remembers, so that a new key
/// can come without the old ones going. New things take the last in the order of names.
/// </summary>
internal sealed class NamedKeys
{
    private const string DevelopmentKey = "developpement";
    private const int KeyBytes = 32;

    private readonly SortedDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <param name="keys">The section of the configuration: a key in base 64 under each name.</param>
    /// <param name="developmentFile">Where Development keeps a key of its own when none is configured; null outside it.</param>
    public NamedKeys(IConfigurationSection keys, string? developmentFile)
    {
        foreach (var key in keys.GetChildren())
        {
            _keys[key.Key] = Read(key);
        }

        if (_keys.Count == 0 && developmentFile is not null)
        {
            _keys[DevelopmentKey] = KeyFile.ReadOrMake(developmentFile, KeyBytes);
        }
    }

    /// <summary>Name of the key for what is new; null when there is none.</summary>
    public string? Current => _keys.Keys.LastOrDefault();

    public byte[]? Find(string name) => _keys.GetValueOrDefault(name);

    private static byte[] Read(IConfigurationSection section)
    {
        var key = new byte[(section.Value?.Length ?? 0) + 1];
        return Convert.TryFromBase64String(section.Value ?? "", key, out var read) && read >= KeyBytes
            ? key[..read]
            : throw new InvalidOperationException($"{section.Path} must be at least {KeyBytes} bytes in base 64.");
    }
}
