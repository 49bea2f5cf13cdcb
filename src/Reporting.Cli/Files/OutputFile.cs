namespace Reporting.Cli.Files;

/// <summary>
/// A file that is there whole or not at all: written under a temporary name beside its place, then renamed. What
/// stands at its place is never overwritten unless that was asked.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _overwrite;

    private OutputFile(string path, bool overwrite)
    {
        _path = path;
        _overwrite = overwrite;
        _temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        Content = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public FileStream Content { get; }

    /// <summary>Opens the file, so that a place that cannot be written is told before the work and not after.</summary>
    public static OutputFile? Open(string? path, bool overwrite)
    {
        if (path is null)
            return null;
        if (!overwrite && File.Exists(path))
            throw AlreadyThere(path);

        try
        {
            return new OutputFile(path, overwrite);
        }
        catch (Exception e) when (Unreadable.IsExpected(e))
        {
            throw Unwritable(path, e);
        }
    }

    /// <summary>Writes the whole file and puts it in its place.</summary>
    public void Write(byte[] text)
    {
        Content.Write(text);
        Content.WriteByte((byte)'\n');
        Commit();
    }

    public void Commit()
    {
        try
        {
            Content.Flush(flushToDisk: true);
            Content.Dispose();
            File.Move(_temporary, _path, _overwrite);
        }
        catch (IOException) when (!_overwrite && File.Exists(_path))
        {
            throw AlreadyThere(_path);
        }
        catch (Exception e) when (Unreadable.IsExpected(e))
        {
            throw Unwritable(_path, e);
        }
    }

    public void Dispose()
    {
        Content.Dispose();
        File.Delete(_temporary);
    }

    private static Failure AlreadyThere(string path) =>
        Failure.Usage($"{path} existe déjà : donnez un autre nom, ou --ecraser pour le remplacer.");

    private static Failure Unwritable(string path, Exception e) =>
        Failure.Usage($"{path} : écriture impossible ({e.Message}).");
}
