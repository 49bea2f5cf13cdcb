namespace Reporting.Store.Transfers;

/// <summary>Counts the rows of a phase and reports now and then.</summary>
internal sealed class TransferMeter(TransferPhase phase, long total, Action<TransferProgress> report)
{
    private const int RowsBetweenReports = 1_000;

    private long _done;
    private long _reported;

    public void Add(string table, int rows)
    {
        _done += rows;
        if (_done - _reported >= RowsBetweenReports)
        {
            Report(table);
        }
    }

    public void Report(string table)
    {
        _reported = _done;
        report(new(phase, table, _done, total));
    }
}
