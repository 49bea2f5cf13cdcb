using System.Text.RegularExpressions;

namespace Reporting.Api.Tests.Operations;

public sealed partial class VerifyJournalCommandTests : IDisposable
{
    private const string Forge = "UPDATE JournalEntry SET Actor = 'autre' WHERE Sequence = 1";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_journal_tells_its_head_which_a_later_run_can_be_held_to()
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        var run = await VerifyAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(" : le journal est entier, 3 entrées.\n", run.Out);
        var head = Head().Match(run.Out).Groups[1].Value;
        Assert.Equal(
            await _folder.ScalarAsync<string>("a.db", "SELECT '3:' || Hash FROM JournalEntry WHERE Sequence = 3;"), head);
        Assert.Equal(run, await VerifyAsync("--tete", head));

        await _folder.ExecuteAsync("a.db", "DELETE FROM JournalEntry");
        var cut = await VerifyAsync("--tete", head);
        Assert.Equal(5, cut.ExitCode);
        Assert.EndsWith(" : le journal s'arrête à l'entrée 0, avant la tête donnée : sa fin a été coupée.\n", cut.Out);
    }

    [Theory]
    [InlineData(Forge, "l'entrée 1 du journal n'est plus telle qu'elle a été écrite.")]
    [InlineData("DELETE FROM JournalEntry WHERE Sequence = 1", "l'entrée 1 manque au journal.")]
    public async Task The_first_entry_that_is_not_sound_is_named(string tampering, string told)
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        await _folder.ExecuteAsync("a.db", tampering);
        var run = await VerifyAsync();
        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        Assert.EndsWith($" : {told}\n", run.Out);
    }

    [Fact]
    public async Task Another_journal_than_the_one_whose_head_was_kept_is_told()
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        var run = await VerifyAsync("--tete", $"1:{new string('a', 64)}");
        Assert.Equal(5, run.ExitCode);
        Assert.EndsWith(" : l'entrée 1 du journal n'est pas la tête donnée : le journal a été récrit.\n", run.Out);
    }

    [Fact]
    public async Task A_head_that_cannot_be_read_and_a_store_without_journal_are_told()
    {
        var unreadable = await VerifyAsync("--tete", "12");
        Assert.Equal(
            new VerbRun(2, "", "Reporting.Api : « 12 » n'est pas une tête de journal, de la forme numéro:empreinte.\n"), unreadable);
        var empty = await VerifyAsync();
        Assert.Equal((4, ""), (empty.ExitCode, empty.Out));
        Assert.Contains("le script 001-foundation.sql n'y est pas appliqué", empty.Error);
    }

    [Fact]
    public async Task Who_migrated_is_in_the_journal()
    {
        await VerbRun.OfAsync("migrer", _folder.Store("a.db"));
        Assert.Equal(
            $"schema.installer, magasin.declarer, referentiel.installer par {Environment.UserName}, exploitant",
            await _folder.ScalarAsync<string>(
                "a.db", "SELECT group_concat(Action, ', ' ORDER BY Sequence) || ' par ' || Actor || ', ' || Role FROM JournalEntry GROUP BY Actor, Role;"));
    }

    private Task<VerbRun> VerifyAsync(params string[] args) =>
        VerbRun.OfAsync(["verifier-journal", .. args, _folder.Store("a.db")]);

    [GeneratedRegex("Tête : (.*)\n")]
    private static partial Regex Head();
}
