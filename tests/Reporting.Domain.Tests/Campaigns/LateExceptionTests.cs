using System.Globalization;
using Reporting.Domain.Campaigns;

namespace Reporting.Domain.Tests.Campaigns;

public sealed class LateExceptionTests
{
    [Theory]
    [InlineData("2025-05-05T06:59:59.999Z", false)]
    [InlineData("2025-05-05T07:00:00.000Z", true)]
    [InlineData("2025-05-15T21:59:59.999Z", true)]
    [InlineData("2025-05-15T22:00:00.000Z", false)]
    public void It_runs_from_its_first_instant_to_before_its_end(string instant, bool runs) =>
        Assert.Equal(runs, new LateException(
            Guid.Empty, 2024, "243300316", At("2025-05-05T09:00:00+02:00"), "dgcs", At("2025-05-16T00:00:00+02:00"),
            "Panne du système d'information").Window.Holds(At(instant)));

    [Theory]
    [InlineData("2025-05-10T00:00:00+02:00", "2025-05-10T00:00:00+02:00")]
    [InlineData("2025-06-01T00:00:00+02:00", "2025-05-16T00:00:00+02:00")]
    [InlineData("2025-05-01T00:00:00+02:00", "2025-05-01T00:00:00+02:00")]
    public void A_revocation_ends_it_at_once_and_lengthens_nothing(string revoked, string end)
    {
        var window = new LateException(
            Guid.Empty, 2024, "243300316", At("2025-05-05T09:00:00+02:00"), "dgcs", At("2025-05-16T00:00:00+02:00"), "Panne",
            new(At(revoked), "dgcs", "Accordée par erreur")).Window;
        Assert.Equal(At(end), window.Until);
        Assert.False(window.Holds(At(end)));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
