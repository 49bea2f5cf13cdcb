using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Reporting.Domain.Counting;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Counting;

/// <summary>
/// A figure once published names the version of the rules that counted it, so two ways of counting may never share a
/// version. The outcomes of a fixed corpus are digested and locked with the version that gave them.
/// </summary>
public sealed class BehaviourLockTests
{
    private const ulong Corpus = 168;
    private const string Update = "REPORTING_UPDATE_LOCK";
    private const string Record = $"{Update}=1 dotnet test tests/Reporting.Domain.Tests, and commit rules.lock.";

    [Fact]
    public void Rules_that_count_differently_have_another_version()
    {
        var now = (RuleRegister.Version, Digest());
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(Source(), $"version {now.Version}\ndigest {now.Item2}\n");
        }

        var verdict = Verdict(Locked(), now);
        Assert.True(verdict is null, verdict);
    }

    [Fact]
    public void An_unchanged_count_is_in_order() => Assert.Null(Verdict(("v1", "aa"), ("v1", "aa")));

    [Fact]
    public void A_changed_count_under_the_same_version_asks_for_a_revision() =>
        Assert.Contains("raise the Revision", Verdict(("v1", "aa"), ("v1", "bb")), StringComparison.Ordinal);

    [Theory]
    [InlineData("aa")]
    [InlineData("bb")]
    public void A_new_version_asks_for_a_new_lock(string digest) =>
        Assert.Contains("REPORTING_UPDATE_LOCK=1 dotnet test", Verdict(("v1", "aa"), ("v2", digest)), StringComparison.Ordinal);

    private static string? Verdict((string Version, string Digest) locked, (string Version, string Digest) now) =>
        now == locked ? null
        : now.Version == locked.Version
            ? "The rules count differently under the same version: raise the Revision of the rule that changed. "
                + $"Only if it is the generated corpus that changed, record it: {Record}"
            : $"The version of the rules changed. Record it: {Record}";

    private static string Digest()
    {
        var outcomes = GeneratedReturns.Many(500, Corpus).Select((posted, index) =>
            Outcomes.WritePlaceByPlace(ReturnCounter.Count(posted, GeneratedContexts.One(Corpus + (ulong)index))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("--\n", outcomes))));
    }

    private static (string Version, string Digest) Locked()
    {
        var lines = File.ReadAllLines(
            Environment.GetEnvironmentVariable(Update) == "1" ? Source() : Path.Combine(AppContext.BaseDirectory, "Counting", "rules.lock"));
        return (lines[0].Split(' ')[1], lines[1].Split(' ')[1]);
    }

    private static string Source([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "rules.lock");
}
