using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Reporting.Domain.Participations;

namespace Reporting.Cli.Files;

/// <summary>The files of participation records, opened before any is read; gzip is told from the content.</summary>
internal sealed class RecordFiles : IDisposable
{
    private const string StandardInputName = "<stdin>";
    private const int BufferBytes = 128 * 1024;

    private static readonly byte[] s_gzip = [0x1F, 0x8B];

    private readonly List<FileStream> _files = [];
    private readonly List<Stream> _decompressed = [];
    private readonly List<ParticipationSource> _sources = [];

    public IReadOnlyList<ParticipationSource> Sources => _sources;

    /// <summary>Bytes to read, or null when the standard input is among them.</summary>
    public long? Length { get; private set; } = 0;

    /// <summary>Bytes read so far, before decompression.</summary>
    public long Position => _files.Sum(file => file.Position);

    public static async Task<RecordFiles> OpenAsync(IEnumerable<string> paths, Stream standardInput, CancellationToken cancel)
    {
        var files = new RecordFiles();
        try
        {
            foreach (var path in paths)
                files._sources.Add(path is Commands.CountOptions.StandardInput
                    ? await files.OpenStandardInputAsync(standardInput, cancel)
                    : files.OpenFile(path));
            return files;
        }
        catch (Failure)
        {
            files.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var stream in _decompressed.Concat(_files))
            stream.Dispose();
    }

    private ParticipationSource OpenFile(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
            _files.Add(file);
            Length = Length + file.Length;
            var start = new byte[s_gzip.Length];
            var compressed = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(s_gzip);
            file.Position = 0;
            return new(path, compressed ? Decompress(file) : file);
        }
        catch (Exception e) when (Unreadable.IsExpected(e))
        {
            throw Unreadable.Failure(path, e);
        }
    }

    private async Task<ParticipationSource> OpenStandardInputAsync(Stream input, CancellationToken cancel)
    {
        Length = null;
        var reader = PipeReader.Create(input, new(bufferSize: BufferBytes));
        var start = await reader.ReadAtLeastAsync(s_gzip.Length, cancel);
        var compressed = start.Buffer.Length >= s_gzip.Length && start.Buffer.Slice(0, s_gzip.Length).ToArray().SequenceEqual(s_gzip);
        reader.AdvanceTo(start.Buffer.Start);
        return new(StandardInputName, compressed ? Decompress(reader.AsStream()) : reader.AsStream());
    }

    private GZipStream Decompress(Stream compressed)
    {
        var stream = new GZipStream(compressed, CompressionMode.Decompress);
        _decompressed.Add(stream);
        return stream;
    }
}
