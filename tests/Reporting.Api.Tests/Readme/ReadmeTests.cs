using System.Diagnostics;
using System.Text.RegularExpressions;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Readme;

public sealed partial class ReadmeTests
{
    private const string Address = "http://localhost:5000";
    private static readonly List<(string Language, string Text)> Blocks = [.. Fence()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n"))
        .Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [FactWithShell]
    public async Task The_return_that_it_posts_moves_the_national_total_as_it_says()
    {
        await using var service = new RunningService(now: new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), sampleData: true);
        using var client = await service.ClientAsync();

        var printed = await ShellAsync(Try, client.BaseAddress!);

        Assert.Equal(Blocks.Find(block => block.Language == "text").Text, printed);
    }

    [FactWithShell]
    public async Task The_feed_that_it_queries_answers_two_rows()
    {
        await using var service = new RunningService(sampleData: true);
        using var client = await service.ClientAsync();
        var query = Blocks.Find(block => block.Text.Contains("/odata/v1/Resultats", StringComparison.Ordinal)).Text;

        var printed = await ShellAsync($"{SignIn}\n{query}", client.BaseAddress!);

        Assert.Equal(2, Regex.Count(printed, "\"Valeur\":[0-9]+"));
    }

    [FactWithShell]
    public async Task The_key_that_it_makes_reads_the_feed()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync();
        var make = Blocks.Find(block => block.Text.Contains("/v1/cles-de-lecture", StringComparison.Ordinal)).Text;

        Assert.Equal("4", await ShellAsync($"{SignIn}\n{make}", client.BaseAddress!));
    }

    [FactWithShell]
    public async Task The_records_that_it_counts_give_the_figures_that_it_shows()
    {
        await using var service = new RunningService(sampleData: true);
        using var client = await service.ClientAsync();
        var count = Blocks.FindIndex(block => block.Text.Contains(" compter ", StringComparison.Ordinal));
        var post = Blocks.Find(block => block.Text.Contains("/v1/decomptes", StringComparison.Ordinal)).Text;

        var printed = await ShellAsync($"{SignIn}\n{Blocks[count].Text}\n{post}", client.BaseAddress!);

        Assert.Equal(
            Blocks[count + 1].Text + "\"lus\":14,\"rejetes\":0\n",
            printed.Replace(Reporting.Domain.Counting.RuleRegister.Version, "annexe6-…", StringComparison.Ordinal));
    }

    [FactWithShell]
    public async Task The_conformance_run_that_it_gives_passes_on_a_sandbox()
    {
        await using var service = new RunningService(sampleData: true, settings: ("Reporting:Sandbox", "true"));
        using var client = await service.ClientAsync();
        var run = Blocks.Find(block => block.Text.Contains("conformite --annee", StringComparison.Ordinal)).Text;

        var printed = await ShellAsync($"export REPORTING_URL={Address}\n{run}", client.BaseAddress!);

        Assert.Contains("25 cas : 25 réussis, 0 échoué, 0 non joué.", printed);
    }

    [Theory]
    [InlineData("dotnet run --project src/Reporting.Api", "src/Reporting.Api/Reporting.Api.csproj")]
    [InlineData("dotnet run --project src/Reporting.Cli", "src/Reporting.Cli/Reporting.Cli.csproj")]
    public void The_commands_that_it_gives_name_projects_that_are_there(string command, string project)
    {
        Assert.Contains(Blocks, block => block.Text.Contains(command, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Repository.Root, project)));
    }

    private static string Try =>
        Blocks.Find(block => block.Text.Contains("families()", StringComparison.Ordinal)).Text;

    private static string SignIn => string.Join('\n', Try.Split('\n').Take(3));

    private static async Task<string> ShellAsync(string script, Uri address)
    {
        var folder = Directory.CreateTempSubdirectory("reporting-readme-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "openapi"), Path.Combine(Repository.Root, "openapi"));
            using var shell = Process.Start(new ProcessStartInfo("bash", ["-eu", "-c", Translate(script, address)])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
            })!;
            var printed = await shell.StandardOutput.ReadToEndAsync();
            await shell.WaitForExitAsync();
            Assert.Equal(0, shell.ExitCode);
            return printed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Translate(string script, Uri address) =>
        script.Replace(Address, address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("dotnet run --project src/Reporting.Cli --", $"dotnet {Path.Combine(AppContext.BaseDirectory, "reporting.dll")}", StringComparison.Ordinal);

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
