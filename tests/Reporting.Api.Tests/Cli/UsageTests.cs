namespace Reporting.Api.Tests.Cli;

public sealed class UsageTests
{
    private static readonly string[] s_target = ["--annee", "2024", "--territoire", "243300316"];

    [Fact]
    public async Task A_file_that_does_not_exist_is_named()
    {
        var run = await CommandRun.OfAsync(["simuler", "absent.json", .. s_target]);

        Assert.Equal(
            new CommandRun(2, "", "reporting : absent.json : ce fichier n'existe pas. Vérifiez le chemin.\n"), run);
    }

    [Fact]
    public async Task A_folder_is_not_a_file()
    {
        var run = await CommandRun.OfAsync(["simuler", Path.GetTempPath(), .. s_target]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("c'est un dossier ou les droits manquent", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_is_refused_before_it_travels_with_line_and_column()
    {
        var run = await CommandRun.WithInputAsync("{\n  \"é\": [1,]\n}", ["deposer", "-", .. s_target]);

        Assert.Equal(
            new CommandRun(2, "", "reporting : <stdin>:2:11  pas du JSON : « ] » inattendu. Vérifiez virgule, guillemet ou deux-points juste avant.\n"),
            run);
    }

    [Fact]
    public async Task A_missing_year_and_territory_are_both_told()
    {
        var run = await CommandRun.OfAsync("simuler", "x.json");

        Assert.Equal(new CommandRun(2, "", """
            reporting : il manque --annee <année>.
            reporting : il manque --territoire <SIREN>.
            Aide : reporting simuler --help

            """), run);
    }

    [Theory]
    [InlineData("24", "243300316", "--annee attend une année, comme 2024 ; reçu « 24 ».")]
    [InlineData("deux", "243300316", "--annee attend une année, comme 2024 ; reçu « deux ».")]
    [InlineData("2024", "24330031", "--territoire attend un SIREN de 9 chiffres, comme 243300316 ; reçu « 24330031 ».")]
    [InlineData("2024", "24330031X", "--territoire attend un SIREN de 9 chiffres, comme 243300316 ; reçu « 24330031X ».")]
    public async Task A_year_or_a_SIREN_of_the_wrong_form_is_told(string year, string siren, string told)
    {
        var run = await CommandRun.OfAsync("simuler", "x.json", "--annee", year, "--territoire", siren);

        Assert.Equal(new CommandRun(2, "", $"reporting : {told}\nAide : reporting simuler --help\n"), run);
    }

    [Theory]
    [InlineData("ftp://exemple.fr")]
    [InlineData("localhost")]
    public async Task An_address_that_is_not_a_web_address_is_told(string url)
    {
        var run = await CommandRun.OfAsync("jeton", "dgcs", "--url", url);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"reporting : l'adresse « {url} » n'est pas une URL http ou https", run.Error);
    }

    [Fact]
    public async Task A_token_broken_over_two_lines_is_told_without_showing_it()
    {
        var run = await CommandRun.WithInputAsync("{}", ["simuler", "-", .. s_target, "--jeton", "abc\ndef"]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("reporting : le jeton contient une espace", run.Error);
        Assert.DoesNotContain("abc", run.Error);
    }

    [Fact]
    public async Task An_unreachable_service_exits_3()
    {
        var run = await CommandRun.WithInputAsync("{}", ["simuler", "-", .. s_target, "--url", "http://127.0.0.1:1"]);

        Assert.Equal(
            new CommandRun(3, "", "reporting : http://127.0.0.1:1/ est injoignable : la connexion est refusée. Vérifiez --url (ou REPORTING_URL) et le réseau.\n"),
            run);
    }

    [Fact]
    public async Task An_interruption_leaves_cleanly()
    {
        var run = await CommandRun.OfAsync(
            ["simuler", "-", .. s_target], [], "{}"u8.ToArray(), new CancellationToken(canceled: true));

        Assert.Equal(new CommandRun(130, "", "reporting : interrompu.\n"), run);
    }
}
