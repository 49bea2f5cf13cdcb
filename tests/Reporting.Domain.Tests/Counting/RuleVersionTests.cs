using Reporting.Domain.Counting;

namespace Reporting.Domain.Tests.Counting;

public sealed class RuleVersionTests
{
    private static readonly StubRule Before = new("X-1", "Clause.", "Ce qu'elle fait.", 1);

    [Fact]
    public void The_version_names_the_guide_and_twelve_digits_of_a_digest() =>
        Assert.Matches("^annexe6-[0-9a-f]{12}$", RuleRegister.Version);

    [Fact]
    public void The_version_is_of_the_whole_register() =>
        Assert.Equal(RuleRegister.VersionOf(RuleRegister.All), RuleRegister.Version);

    [Fact]
    public void It_changes_with_the_id_the_clause_the_summary_or_the_revision_of_a_rule()
    {
        string[] versions =
        [
            RuleRegister.VersionOf([Before]),
            RuleRegister.VersionOf([new StubRule("X-2", "Clause.", "Ce qu'elle fait.", 1)]),
            RuleRegister.VersionOf([new StubRule("X-1", "Autre clause.", "Ce qu'elle fait.", 1)]),
            RuleRegister.VersionOf([new StubRule("X-1", "Clause.", "Autre chose.", 1)]),
            RuleRegister.VersionOf([new StubRule("X-1", "Clause.", "Ce qu'elle fait.", 2)]),
        ];

        Assert.Distinct(versions);
        Assert.Equal(versions[0], RuleRegister.VersionOf([new StubRule("X-1", "Clause.", "Ce qu'elle fait.", 1)]));
    }

    [Fact]
    public void It_changes_with_a_rule_added_or_moved()
    {
        var other = new StubRule("X-2", "Clause.", "Ce qu'elle fait.", 1);

        Assert.Distinct(
        [
            RuleRegister.VersionOf([Before]), RuleRegister.VersionOf([Before, other]), RuleRegister.VersionOf([other, Before]),
        ]);
    }

    private sealed class StubRule(string id, string clause, string summary, int revision) : Rule(id, clause, summary)
    {
        public override int Revision => revision;
    }
}
