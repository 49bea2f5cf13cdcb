using Reporting.Api.Hosting;
using Reporting.Store.Tests.SqlServer;

namespace Reporting.Api.Tests.Feed;

public sealed class FeedSqlSitesTests
{
    [Fact]
    public void Only_the_feed_writes_SQL_outside_the_store() =>
        Assert.Equal(["SqlStatement.Prepare"], SqlSites.In(typeof(StorePreparation).Assembly));
}
