namespace Reporting.Store.Transfers;

/// <summary>A transfer that was refused or undone: the target is as it was.</summary>
public sealed class TransferException(TransferFault fault, string place, string table = "", string row = "")
    : Exception($"{fault}: {place} {table} {row}".TrimEnd())
{
    public TransferFault Fault => fault;

    public string Place => place;

    public string Table => table;

    /// <summary>The key of the row, where there is one to point at.</summary>
    public string Row => row;
}

public enum TransferFault
{
    /// <summary>Both ends are one store.</summary>
    SameStore,

    /// <summary>The target holds rows already.</summary>
    TargetNotEmpty,

    /// <summary>The source does not let itself be read as it was at one instant.</summary>
    NoSnapshot,

    /// <summary>What was read back from the target is not what the source holds.</summary>
    RowsDiffer,
}
