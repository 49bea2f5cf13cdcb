using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reporting.Domain.Counting;
using Reporting.Domain.Secrecy;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Secrecy;

/// <summary>
/// What lines give away is kept beside them: judged in another way, what is kept must be forgotten by a script of db/, as
/// 062-smallest-counts-again.sql did, so that the installation works it out anew.
/// </summary>
public sealed class SecrecyLockTests
{
    private const string LastScript = "062-smallest-counts-again.sql";
    private const string Locked = "ca8ad0ef48854cb0d1c19fb762e21baaba90692acb48d68e30b95b19af52690c";

    [Fact]
    public void Lines_judged_in_another_way_are_forgotten_by_a_script() => Assert.True(
        Digest() == Locked,
        $"Lines give away other counts than when {LastScript} was written: add a script that forgets SmallestCount, name it here, and record {Digest()}.");

    private static string Digest()
    {
        var text = new StringBuilder();
        for (var index = 0UL; index < 500; index++)
        {
            foreach (var counts in SmallestCounts.Of(ReturnCounter.Count(GeneratedReturns.One(index), GeneratedContexts.One(index)).Lines))
            {
                text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                    $"{counts.InValue} {counts.InLowerBound} {counts.InComparableValue} {counts.InDetail}"));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
