namespace Reporting.Api.Tests.Operations;

public sealed class UsageTests
{
    [Fact]
    public async Task Help_lists_the_verbs_and_the_exit_codes_in_French()
    {
        var run = await VerbRun.OfAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(" [commande] [options] [réglages]\n", run.Out);
        Assert.Contains("Sans commande, démarre le service.", run.Out);
        Assert.Contains("  migrer ", run.Out);
        Assert.Contains("  verifier-journal ", run.Out);
        Assert.Contains("Codes de sortie :\n", run.Out);
    }

    [Theory]
    [InlineData("« migrre » n'est ni une commande ni un réglage de la forme --Section:Clé=valeur.", "--help", "migrre")]
    [InlineData("« --controel » n'est ni une option de « migrer » ni un réglage de la forme --Section:Clé=valeur.", "migrer --help", "migrer", "--controel")]
    [InlineData("« SqlServer » n'est ni une option de « migrer » ni un réglage de la forme --Section:Clé=valeur.", "migrer --help", "migrer", "SqlServer")]
    public async Task A_word_out_of_place_is_told_and_nothing_runs(string told, string help, params string[] args)
    {
        var run = await VerbRun.OfAsync(args);

        Assert.Equal(new VerbRun(2, "", $"Reporting.Api : {told}\nAide : Reporting.Api {help}\n"), run);
    }

    [Theory]
    [InlineData("--Store:Provider=Oracle")]
    [InlineData("--Store:ConnectionString=Foo=Bar")]
    public async Task A_setting_that_names_no_store_is_told(string setting)
    {
        var run = await VerbRun.OfAsync("migrer", setting);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("Reporting.Api : les réglages Store:Provider et Store:ConnectionString ne désignent pas un magasin (", run.Error);
    }
}
