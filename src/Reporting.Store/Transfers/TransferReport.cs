namespace Reporting.Store.Transfers;

/// <summary>Where a transfer stands: rows done of a phase, over all tables.</summary>
public sealed record TransferProgress(TransferPhase Phase, string Table, long Done, long Total);

public enum TransferPhase
{
    Copy,
    Verification,
}

/// <summary>A table as it was found alike on both sides: how many rows, and the SHA-256 of them all.</summary>
public sealed record TransferredTable(string Name, long Rows, string Digest);
