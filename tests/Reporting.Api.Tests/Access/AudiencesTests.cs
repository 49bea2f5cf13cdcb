using System.Reflection;
using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Territories;

namespace Reporting.Api.Tests.Access;

public sealed class AudiencesTests
{
    private static readonly Territory Rennes = new("243500139", null, "Rennes Métropole", "METRO", "35", "53", 480178, 2024, null);
    private static readonly Territory Nantes = new("244400404", null, "Nantes Métropole", "METRO", "44", "52", 689456, 2024, null);
    private readonly Audiences _audiences = new(new SecrecySettings());

    [Theory]
    [InlineData("dgcs", null, null, null)]
    [InlineData("lecteur", 5, 5, 5)]
    [InlineData("metropole", 11, null, 11)]
    [InlineData("commissaire", 11, null, 11)]
    [InlineData("personne", 11, 11, 11)]
    public void Each_role_has_its_threshold_over_the_country_in_its_territory_and_in_another(
        string role, int? country, int? own, int? other)
    {
        var user = User(role);

        Assert.Equal(
            (country, own, other),
            (_audiences.Of(user).Threshold, _audiences.Of(user, Rennes).Threshold, _audiences.Of(user, Nantes).Threshold));
    }

    [Fact]
    public void An_owner_who_also_reads_the_country_reads_the_others_as_readers_do() =>
        Assert.Equal(5, _audiences.Of(User("metropole", "lecteur"), Nantes).Threshold);

    [Theory]
    [InlineData("Secrecy:ReaderThreshold")]
    [InlineData("Secrecy:PublicThreshold")]
    public async Task A_threshold_below_two_does_not_let_the_service_start(string setting)
    {
        var refusal = await RunningService.RefusalAsync<TargetInvocationException>(() => new(settings: (setting, "1")));
        Assert.Contains($"{setting}')", refusal.ToString());
    }

    // The territory and region of Rennes, whatever the role.
    private static ClaimsPrincipal User(params string[] roles) => new(new ClaimsIdentity(
        [.. roles.Select(role => new Claim("roles", role)), new("territoires", Rennes.Siren), new("regions", "53")], "test", "sub", "roles"));
}
