using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.TestSupport.Tds;

/// <summary>Statements about databases and transactions.</summary>
internal sealed class ServerStatements(TdsSession session)
{
    private static readonly DatabaseOptionKind[] _alreadySo = [DatabaseOptionKind.ReadCommittedSnapshot, DatabaseOptionKind.AllowSnapshotIsolation];

    /// <summary>False when the statement is about neither.</summary>
    public async Task<bool> RunAsync(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateDatabaseStatement create:
                session.Server.CreateDatabase(create.DatabaseName.Value);
                return true;
            case DropDatabaseStatement drop:
                foreach (var name in drop.Databases)
                {
                    session.Server.DropDatabase(name.Value);
                }

                return true;
            case AlterDatabaseSetStatement { Termination.ImmediateRollback: true, Options: [{ OptionKind: DatabaseOptionKind.SingleUser }] } alter:
                await session.Server.DisconnectAsync(alter.DatabaseName.Value, except: session);
                return true;
            case AlterDatabaseSetStatement alter when alter.Options.All(option => _alreadySo.Contains(option.OptionKind)):
                return true;
            case BeginTransactionStatement { Name: null, Distributed: false }:
                session.Begin();
                return true;
            case CommitTransactionStatement { Name: null }:
                session.Commit();
                return true;
            case RollbackTransactionStatement { Name: null }:
                session.Rollback();
                return true;
            default:
                return false;
        }
    }
}
