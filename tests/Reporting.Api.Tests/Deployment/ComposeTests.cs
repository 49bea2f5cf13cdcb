using Reporting.Api.Tests.Hosting;
using YamlDotNet.RepresentationModel;

namespace Reporting.Api.Tests.Deployment;

public sealed class ComposeTests
{
    private static readonly IReadOnlyDictionary<string, YamlNode> _services = Yaml.Read("compose.yaml").At("services").Entries();

    [Fact]
    public void Each_step_waits_for_the_one_before()
    {
        Assert.Equal("service_healthy", _services["database"].Text("depends_on", "sqlserver", "condition"));
        Assert.Equal("service_completed_successfully", _services["migration"].Text("depends_on", "database", "condition"));
        Assert.Equal("service_completed_successfully", _services["service"].Text("depends_on", "migration", "condition"));
    }

    [Fact]
    public void The_migration_runs_the_verb_and_the_service_changes_no_schema()
    {
        Assert.Equal("migrer", Assert.Single(_services["migration"].At("command").Items()).ToString());
        Assert.Null(_services["service"].At("command"));
        Assert.Equal("false", _services["service"].Text("environment", "Store__Migrate"));
        Assert.Contains("User Id=reporting-installer;", _services["migration"].Text("environment", "Store__ConnectionString"));
        Assert.Contains("User Id=reporting-service;", _services["service"].Text("environment", "Store__ConnectionString"));
    }

    [Fact]
    public void No_password_is_written_down()
    {
        var text = File.ReadAllText(Path.Combine(Yaml.Folder, "compose.yaml"));
        Assert.All(
            text.Split('\n').Where(line => line.Contains("PASSWORD:", StringComparison.Ordinal) || line.Contains("Password=", StringComparison.Ordinal)),
            line => Assert.Contains("${REPORTING_", line));
    }

    [Theory]
    [InlineData("migration")]
    [InlineData("service")]
    public void Every_setting_is_one_that_the_service_reads(string service)
    {
        Assert.Equal("reporting:local", _services[service].Text("image"));
        Assert.DoesNotContain(_services[service].At("environment").Entries().Keys, name => !SettingNames.IsKnown(name));
    }

    [Fact]
    public void The_accounts_get_the_roles_of_the_scripts()
    {
        var script = File.ReadAllText(Path.Combine(Yaml.Folder, "sqlserver", "database.sql"));
        Assert.Contains(":r /access/roles.sql", script);
        Assert.Contains("ALTER ROLE reporting_installer ADD MEMBER [reporting-installer];", script);
        Assert.Contains("ALTER ROLE reporting_service ADD MEMBER [reporting-service];", script);
    }

    [Fact]
    public void The_image_is_built_from_files_that_are_there_and_runs_as_nobody_in_particular()
    {
        var lines = File.ReadAllLines(Path.Combine(Yaml.Folder, "Dockerfile"));
        var sources = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), source));
        // SqlClient needs ICU, which the smaller images leave out.
        Assert.Contains(lines, line => line.StartsWith("FROM ", StringComparison.Ordinal) && line.EndsWith("-chiseled-extra", StringComparison.Ordinal));
        Assert.Contains("USER $APP_UID", lines);
    }
}
