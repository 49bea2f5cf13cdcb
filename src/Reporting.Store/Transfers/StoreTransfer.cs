using System.Data.Common;
using Reporting.Store.Journal;

namespace Reporting.Store.Transfers;

/// <summary>
/// Copies a whole store into an empty one, of either engine. The source is read as it was at one instant; everything is
/// written, read back and compared in one transaction of the target, so that a copy is there whole and proven or not at
/// all: nothing is to be resumed, and what is cut short is simply run again.
/// </summary>
public sealed class StoreTransfer(Database source, Database target, TimeProvider time)
{
    /// <returns>Every table, in the order in which it was copied.</returns>
    /// <exception cref="SchemaException">An end does not have the schema of this release.</exception>
    /// <exception cref="TransferException">The transfer is refused, or the copy differs; nothing is kept of it.</exception>
    public async Task<IReadOnlyList<TransferredTable>> RunAsync(
        Author author, Action<TransferProgress> report, CancellationToken cancel)
    {
        if (source.Place == target.Place)
        {
            throw new TransferException(TransferFault.SameStore, source.Place);
        }

        await new SchemaInstaller(source, time).RequireAsync(cancel);
        await new SchemaInstaller(target, time).InstallUnrecordedAsync(cancel);
        var tables = TransferTables.OfRelease();
        var act = new Act(author, JournalActions.TransferStore);
        try
        {
            return await target.MaintainAsync(
                [act], to => source.SnapshotAsync(from => RunAsync(from, to, tables, report, cancel), cancel), cancel);
        }
        catch (DbException error) when (Dialect.IsSnapshotRefused(error))
        {
            throw new TransferException(TransferFault.NoSnapshot, source.Place);
        }
    }

    private async Task<IReadOnlyList<TransferredTable>> RunAsync(
        Session from, Session to, IReadOnlyList<TransferTable> tables, Action<TransferProgress> report, CancellationToken cancel)
    {
        long total = 0;
        foreach (var table in tables)
        {
            if (await CountAsync(to, table) > 0)
            {
                throw new TransferException(TransferFault.TargetNotEmpty, target.Place, table.Name);
            }

            total += await CountAsync(from, table);
        }

        var copy = new TransferMeter(TransferPhase.Copy, total, report);
        foreach (var table in tables)
        {
            await TableCopy.RunAsync(from, to, table, rows => copy.Add(table.Name, rows), cancel);
            copy.Report(table.Name);
        }

        var verification = new TransferMeter(TransferPhase.Verification, total, report);
        var done = new List<TransferredTable>();
        foreach (var table in tables)
        {
            done.Add(await VerifyAsync(from, to, table, () => verification.Add(table.Name, 1), cancel));
            verification.Report(table.Name);
        }

        return done;
    }

    // Keys are compared by code points on both engines, so rows come in the same order.
    private async Task<TransferredTable> VerifyAsync(
        Session from, Session to, TransferTable table, Action verified, CancellationToken cancel)
    {
        using var ours = new TableDigest();
        using var theirs = new TableDigest();
        await using var sent = await from.ReadAsync(table.Select);
        await using var kept = await to.ReadAsync(table.Select);
        long rows = 0;
        while (true)
        {
            var (more, isKept) = (await sent.ReadAsync(cancel), await kept.ReadAsync(cancel));
            if (!more && !isKept)
            {
                return new(table.Name, rows, ours.Whole());
            }

            if (more != isKept || !ours.Add(sent).AsSpan().SequenceEqual(theirs.Add(kept)))
            {
                throw new TransferException(TransferFault.RowsDiffer, target.Place, table.Name, KeyOf(more ? sent : kept, table));
            }

            rows++;
            verified();
        }
    }

    private static string KeyOf(DbDataReader row, TransferTable table) =>
        string.Join(", ", table.Key.Select(column => $"{column} {row[column]}"));

    private static async Task<long> CountAsync(Session session, TransferTable table) =>
        (await session.QueryAsync<long>(table.Count, null)).Single();
}
