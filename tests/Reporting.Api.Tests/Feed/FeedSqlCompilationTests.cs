using Reporting.Store;
using Reporting.Store.Tests.SqlServer;

namespace Reporting.Api.Tests.Feed;

public sealed class FeedSqlCompilationTests
{
    [Theory]
    [MemberData(nameof(FeedSql.Representative), MemberType = typeof(FeedSql))]
    public void What_a_url_is_turned_into_compiles_against_the_schema_of_SQL_Server(string url) =>
        QueryCompilation.AssertCompiles(FeedSql.PageFor(url, Engine.SqlServer));
}
