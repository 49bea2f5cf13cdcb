using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Access;

public sealed class ServiceGrantsTests
{
    private static readonly string[] _writes = ["INSERT", "UPDATE", "DELETE"];

    // What only an installation runs.
    private static readonly string[] _installers =
        ["SchemaInstaller.CreateLedger", "SchemaInstaller.TakeLock", "SchemaInstaller.Record", "StoreInstaller.", "StoreIdentity.Declare", "ReferenceData."];

    private static readonly Dictionary<string, Query> _queries = QueryCatalogue.In(typeof(Query).Assembly)
        .Where(query => !_installers.Any(installer => query.Key.StartsWith(installer, StringComparison.Ordinal)))
        .ToDictionary();

    public static TheoryData<string> ServiceQueries => [.. _queries.Keys];

    [Theory, MemberData(nameof(ServiceQueries))]
    public void The_service_runs_no_query_that_needs_more_than_it_is_granted(string query) =>
        Assert.Empty(StatementNeeds.Of(_queries[query].For(Engine.SqlServer)).Except(ServiceGrants.Granted));

    [Fact]
    public void The_service_is_granted_nothing_on_a_table_that_none_of_its_queries_needs()
    {
        var needed = _queries.Values.SelectMany(query => StatementNeeds.Of(query.For(Engine.SqlServer)));
        // Which table the feed alone reads; it also reads the views.
        var unneeded = ServiceGrants.Granted.Except(needed)
            .Where(grant => Tables().Contains(grant.On) && grant is not { Permission: "SELECT", On: "Axis" });
        Assert.Empty(unneeded);
    }

    [Fact]
    public void Every_table_and_view_has_a_line_and_every_line_has_a_table_or_view()
    {
        var named = ServiceGrants.Granted.Concat(ServiceGrants.Denied).Select(need => need.On).Distinct();
        Assert.Equal(
            Tables().Concat(Names(View.TypeClass)).Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_may_not_be_written_is_denied_explicitly() => Assert.All(Tables(), table =>
    {
        var granted = _writes.Where(write => ServiceGrants.Granted.Contains(new(write, table)));
        var denied = _writes.Where(write => ServiceGrants.Denied.Contains(new(write, table)));
        Assert.Equal(_writes.Except(granted), denied);
    });

    [Fact]
    public void Nothing_stored_is_ever_changed_by_the_service_or_deleted_but_answers_kept_for_repetitions() => Assert.Equal(
        [new Need("DELETE", "KeptAnswer")],
        ServiceGrants.Granted.Where(grant => grant.Permission is not ("SELECT" or "INSERT")));

    [Theory]
    [InlineData("roles.sql")]
    [InlineData("grants.sql")]
    public void Each_script_is_T_SQL_that_gives_to_the_two_roles_alone(string script) => Assert.Equal(
        [],
        TSql.All<SecurityPrincipal>(TSql.Parse(ServiceGrants.Script(script)))
            .Select(principal => principal.Identifier.Value)
            .Except(["reporting_installer", "reporting_service"]));

    private static IReadOnlyList<string> Tables() => Names(Table.TypeClass);

    private static IReadOnlyList<string> Names(ModelTypeClass type) => SchemaModel.Read(model =>
        SchemaModel.Own(model, type).Select(SchemaKeys.NameOf).ToList());
}
