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
                session.Server.CreateDatabase(create.DatabaseName.Value, create.CopyOf?.Identifiers[^1].Value);
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
            case CreateUserStatement { UserLoginOption: null } create:
                session.Server.CreateUser(session.Database, UserOf(create));
                return true;
            case DropUserStatement { IsIfExists: false } drop when session.Database.Users.TryRemove(drop.Name.Value, out _):
                return true;
            case GrantStatement { SecurityTargetObject: null, Principals: [{ Identifier.Value: var name }] } when session.Database.Users.ContainsKey(name):
                return true; // what it grants, its own schema holds
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

    private static DatabaseUser UserOf(CreateUserStatement create)
    {
        var password = create.UserOptions.OfType<LiteralPrincipalOption>().Single().Value.Value;
        var schema = create.UserOptions.OfType<IdentifierPrincipalOption>().Single().Identifier.Value;
        return new(create.Name.Value, password, schema);
    }
}
