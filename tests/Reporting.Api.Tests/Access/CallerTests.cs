using System.Security.Claims;
using Reporting.Api.Access;
using Reporting.Domain.Territories;

namespace Reporting.Api.Tests.Access;

public sealed class CallerTests
{
    private static readonly Territory Rennes = new("243500139", null, "Rennes Métropole", "METRO", "35", "53", 480178, 2024, null);
    private static readonly Territory Brest = new("242900314", null, "Brest Métropole", "METRO", "29", "53", 215278, 2024, null);

    [Theory]
    [InlineData("commissaire")]
    [InlineData("dgcs")]
    public void Who_sees_a_territory_by_another_role_does_not_post_for_it(string other)
    {
        var user = User(("roles", "metropole"), ("roles", other), ("territoires", Rennes.Siren), ("regions", "53"));

        Assert.True(user.Sees(Brest));
        Assert.False(user.Posts(Brest));
        Assert.True(user.Posts(Rennes));
    }

    [Theory]
    [InlineData("commissaire", false)]
    [InlineData("lecteur", false)]
    [InlineData("dgcs", true)]
    public void Who_reviews_a_territory_does_not_manage_its_systems_by_posting_for_another(string other, bool manages)
    {
        var user = User(("roles", "metropole"), ("roles", other), ("territoires", Rennes.Siren), ("regions", "53"));

        Assert.Equal(manages, user.Manages(Brest));
        Assert.True(user.Manages(Rennes));
    }

    [Fact]
    public void A_territory_claim_without_the_role_posts_nothing() =>
        Assert.False(User(("roles", "lecteur"), ("territoires", Rennes.Siren)).Posts(Rennes));

    [Fact]
    public void A_person_is_recorded_and_not_the_application_that_speaks_for_them()
    {
        Assert.Equal("somebody", User(("azp", "a-portal"), ("sub", "pairwise"), ("oid", "somebody")).Actor());
        Assert.Equal("a-portal", User(("azp", "a-portal")).Actor());
    }

    private static ClaimsPrincipal User(params (string Type, string Value)[] claims) => new(new ClaimsIdentity(
        claims.Select(claim => new Claim(claim.Type, claim.Value)), "test", "sub", "roles"));
}
