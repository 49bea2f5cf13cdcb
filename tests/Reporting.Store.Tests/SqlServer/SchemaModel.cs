using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer;

/// <summary>
/// The SQL Server schema as DacFx resolves it, for one run: the scripts of db/sqlserver, the tables that the store's
/// own queries create, and the procedures of the engine that they call.
/// </summary>
public static class SchemaModel
{
    private const string EngineProcedures =
        """
        CREATE PROCEDURE dbo.sp_getapplock
            @Resource nvarchar(255), @LockMode varchar(32), @LockOwner varchar(32), @LockTimeout int
        AS RETURN 0;
        """;

    // The columns of catalogue views that the store reads; DacFx knows of none without a database beside it.
    private const string EngineViews =
        """
        CREATE VIEW sys.databases AS
        SELECT CAST(1 AS int) AS database_id, CAST(1 AS bit) AS is_read_committed_snapshot_on, CAST(1 AS tinyint) AS snapshot_isolation_state;
        """;

    private static readonly Lock _turn = new();
    private static TSqlModel? _model;

    /// <summary>Every error and warning of the schema itself.</summary>
    public static IReadOnlyList<string> Errors() => Read(Messages);

    /// <summary>Every error and warning that <paramref name="statement"/> adds to the schema's.</summary>
    public static IReadOnlyList<string> ErrorsOf(string statement)
    {
        const string name = "statement under test";
        lock (_turn)
        {
            var model = _model ??= Build();
            try
            {
                model.AddOrUpdateObjects(statement, name, new TSqlObjectOptions());
                var messages = Messages(model);
                model.DeleteObjects(name);
                return messages;
            }
            catch (DacModelException error)
            {
                _model = null; // a model that refused a statement takes no other
                return [.. error.Messages.Select(message => message.ToString())];
            }
        }
    }

    /// <summary>The schema's own objects of a type, without what stands in for the engine's.</summary>
    internal static IEnumerable<TSqlObject> Own(TSqlModel model, ModelTypeClass type) =>
        model.GetObjects(DacQueryScopes.UserDefined, type).Where(item => item.Name.Parts[0] is not "sys");

    internal static T Read<T>(Func<TSqlModel, T> read)
    {
        lock (_turn)
        {
            return read(_model ??= Build());
        }
    }

    private static string[] Messages(TSqlModel model) => [.. model.Validate().Select(message => message.ToString())];

    private static TSqlModel Build()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        model.AddObjects(EngineProcedures);
        model.AddObjects(EngineViews);
        foreach (var statement in SchemaStatements().Concat(TablesOfQueries()))
        {
            model.AddObjects(TSql.TextOf(statement));
        }

        return model;
    }

    // A model declares what is there: a view that a later script drops never was.
    private static List<TSqlStatement> SchemaStatements()
    {
        var standing = new List<TSqlStatement>();
        foreach (var statement in SchemaScripts.SqlServer
            .SelectMany(script => TSql.Parse(SchemaScripts.Read(script)).Batches)
            .SelectMany(batch => batch.Statements))
        {
            if (statement is DropViewStatement drop)
            {
                var dropped = drop.Objects.Select(view => view.BaseIdentifier.Value).ToHashSet();
                standing.RemoveAll(made => made is CreateViewStatement view && dropped.Contains(view.SchemaObjectName.BaseIdentifier.Value));
            }
            else if (statement is not DataModificationStatement)
            {
                standing.Add(statement);
            }
        }

        return standing;
    }

    private static IEnumerable<TSqlStatement> TablesOfQueries() =>
        QueryCatalogue.In(typeof(Query).Assembly).Values
            .SelectMany(query => TSql.All<CreateTableStatement>(TSql.Parse(query.For(Engine.SqlServer))))
            .Where(table => !table.SchemaObjectName.BaseIdentifier.Value.StartsWith('#'));
}
