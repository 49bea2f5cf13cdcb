using YamlDotNet.RepresentationModel;

namespace Reporting.Api.Tests.Deployment;

public sealed class KubernetesTests
{
    private static readonly string[] _applied =
        [.. Yaml.Read("kubernetes/kustomization.yaml").At("resources").Items().Select(item => item.ToString())];

    public static TheoryData<string> Manifests => [.. _applied];

    [Fact]
    public void Every_manifest_of_the_folder_is_applied() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Yaml.Folder, "kubernetes")).Select(Path.GetFileName)
            .Where(file => file != "kustomization.yaml").Order(StringComparer.Ordinal),
        _applied.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Manifests))]
    public void A_manifest_says_what_it_is_and_its_name(string file)
    {
        var manifest = Yaml.Read($"kubernetes/{file}");
        Assert.NotNull(manifest.Text("apiVersion"));
        Assert.NotNull(manifest.Text("kind"));
        Assert.StartsWith("reporting", manifest.Text("metadata", "name"));
    }

    [Fact]
    public void The_service_the_budget_and_the_network_policy_select_the_pods_of_the_deployment()
    {
        var pods = Yaml.Read("kubernetes/deployment.yaml").At("spec", "template", "metadata", "labels").Labels();
        Assert.Equal(pods, Yaml.Read("kubernetes/deployment.yaml").At("spec", "selector", "matchLabels").Labels());
        Assert.Equal(pods, Yaml.Read("kubernetes/service.yaml").At("spec", "selector").Labels());
        Assert.Equal(pods, Yaml.Read("kubernetes/disruption-budget.yaml").At("spec", "selector", "matchLabels").Labels());
        Assert.Superset(
            Yaml.Read("kubernetes/network-policy.yaml").At("spec", "podSelector", "matchLabels").Labels().ToHashSet(), pods.ToHashSet());
        // The balancer must not send requests to the migration.
        Assert.NotEqual(pods, Yaml.Read("kubernetes/migration.yaml").At("spec", "template", "metadata", "labels").Labels());
    }

    [Theory]
    [InlineData("deployment.yaml")]
    [InlineData("migration.yaml")]
    public void A_container_runs_as_nobody_in_particular_and_changes_nothing(string file)
    {
        var pod = Yaml.Read($"kubernetes/{file}").At("spec", "template", "spec")!;
        Assert.Equal("true", pod.Text("securityContext", "runAsNonRoot"));
        var container = Assert.Single(pod.At("containers").Items());
        Assert.Equal("false", container.Text("securityContext", "allowPrivilegeEscalation"));
        Assert.Equal("true", container.Text("securityContext", "readOnlyRootFilesystem"));
    }

    [Fact]
    public void The_service_and_the_migration_sign_in_with_accounts_of_their_own_that_no_manifest_holds()
    {
        Assert.Equal("service", SecretKey("deployment.yaml"));
        Assert.Equal("installer", SecretKey("migration.yaml"));
        Assert.Equal("false", Yaml.Read("kubernetes/config.yaml").Text("data", "Store__Migrate"));
        Assert.DoesNotContain(_applied, file =>
            Yaml.Read($"kubernetes/{file}").Text("kind") == "Secret"
            || File.ReadAllText(Path.Combine(Yaml.Folder, "kubernetes", file)).Contains("Password=", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("readinessProbe", "/health/ready")]
    [InlineData("livenessProbe", "/health/live")]
    public void The_probes_ask_what_the_service_answers(string probe, string path) =>
        Assert.Equal(path, Container("deployment.yaml").Text(probe, "httpGet", "path"));

    [Fact]
    public void Every_setting_is_one_that_the_service_reads()
    {
        var names = Yaml.Read("kubernetes/config.yaml").At("data").Entries().Keys
            .Concat(Variables("deployment.yaml")).Concat(Variables("migration.yaml")).ToList();
        Assert.Contains("Store__ReadConnectionString", names);
        Assert.DoesNotContain(names, name => !SettingNames.IsKnown(name));
    }

    private static YamlNode Container(string file) =>
        Assert.Single(Yaml.Read($"kubernetes/{file}").At("spec", "template", "spec", "containers").Items());

    private static IEnumerable<string> Variables(string file) => Container(file).At("env").Items().Select(variable => variable.Text("name")!);

    private static string? SecretKey(string file) => Container(file).At("env").Items()
        .Single(variable => variable.Text("name") == "Store__ConnectionString")
        .Text("valueFrom", "secretKeyRef", "key");
}
