using Reporting.Domain.Secrecy;
using Reporting.Store;
using Reporting.Store.Tests.SqlServer;
using Reporting.Store.Tests.SqlServer.Access;

namespace Reporting.Api.Tests.Feed;

public sealed class FeedSqlCompilationTests
{
    [Theory]
    [MemberData(nameof(FeedSql.Representative), MemberType = typeof(FeedSql))]
    public void What_a_url_is_turned_into_compiles_against_the_schema_of_SQL_Server(string url)
    {
        QueryCompilation.AssertCompiles(FeedSql.PageFor(url, Engine.SqlServer));
        QueryCompilation.AssertCompiles(FeedSql.PageFor(url, Engine.SqlServer, Audience.Readers()));
    }

    [Theory]
    [MemberData(nameof(FeedSql.Nested), MemberType = typeof(FeedSql))]
    public void What_is_read_within_rows_compiles_and_needs_no_more_than_the_service_is_granted(string url)
    {
        QueryCompilation.AssertCompiles(FeedSql.PageFor(url, Engine.SqlServer));
        foreach (var audience in (Audience[])[Audience.Everything, Audience.Readers(), Audience.Readers().LimitedTo(["243300316"])])
        {
            var statements = FeedSql.NestedFor(url, Engine.SqlServer, audience);
            Assert.NotEmpty(statements);
            Assert.All(statements, statement =>
            {
                QueryCompilation.AssertCompiles(statement);
                Assert.Empty(StatementNeeds.Of(statement).Except(ServiceGrants.Granted));
            });
        }
    }

    [Theory]
    [MemberData(nameof(FeedSql.Representative), MemberType = typeof(FeedSql))]
    public void What_a_url_is_turned_into_needs_no_more_than_the_service_is_granted(string url)
    {
        Assert.Empty(StatementNeeds.Of(FeedSql.PageFor(url, Engine.SqlServer)).Except(ServiceGrants.Granted));
        Assert.Empty(StatementNeeds.Of(FeedSql.PageFor(url, Engine.SqlServer, Audience.Readers())).Except(ServiceGrants.Granted));
    }
}
