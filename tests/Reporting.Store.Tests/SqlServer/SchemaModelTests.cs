using Microsoft.SqlServer.TransactSql.ScriptDom;
using Reporting.Store.Tests.SqlServer.Refusals;

namespace Reporting.Store.Tests.SqlServer;

public sealed class SchemaModelTests
{
    [Fact]
    public void The_schema_is_valid_and_every_reference_in_it_resolves() => Assert.Empty(SchemaModel.Errors());

    [Fact]
    public void No_script_holds_what_SQL_Server_refuses() => Assert.Empty(
        SchemaScripts.SqlServer.SelectMany(script => RefusedSql.ReasonsIn(TSql.Parse(SchemaScripts.Read(script)))));

    [Fact]
    public void What_scripts_do_to_rows_compiles()
    {
        var changes = SchemaScripts.SqlServer.SelectMany(script => TSql.All<DataModificationStatement>(TSql.Parse(SchemaScripts.Read(script)))).ToList();
        Assert.NotEmpty(changes);
        Assert.All(changes, change => QueryCompilation.AssertCompiles(TSql.TextOf(change)));
    }

    [Theory]
    [InlineData("CREATE VIEW dbo.Broken AS SELECT t.Foo FROM dbo.Territory t;", "[Foo]")]
    [InlineData("CREATE VIEW dbo.Broken AS SELECT t.Siren FROM dbo.Territories t;", "[Territories]")]
    [InlineData("CREATE TABLE dbo.Broken (A int NOT NULL, CONSTRAINT FK_B FOREIGN KEY (A) REFERENCES dbo.Foo (A));", "[Foo]")]
    [InlineData("CREATE INDEX IX_Broken ON dbo.Territory (Foo);", "[Foo]")]
    public void A_script_that_names_what_is_not_there_is_refused(string script, string culprit) =>
        Assert.Contains(SchemaModel.ErrorsOf(script), error => error.Contains(culprit, StringComparison.Ordinal));
}
