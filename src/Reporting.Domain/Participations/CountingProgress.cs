namespace Reporting.Domain.Participations;

/// <summary>How far a count is, all sources together.</summary>
/// <param name="Source">Name of the source being read.</param>
/// <param name="Bytes">Decompressed bytes of the records read so far; headers are not counted.</param>
/// <param name="Records">Records read so far, those rejected included.</param>
/// <param name="Rejected">Records rejected so far.</param>
public readonly record struct CountingProgress(string Source, long Bytes, long Records, long Rejected);
