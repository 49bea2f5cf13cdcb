using Microsoft.AspNetCore.Authorization;

namespace Reporting.Api.Access;

/// <summary>Which roles may use which routes.</summary>
internal static class Policies
{
    public const string AnyRole = nameof(AnyRole);
    public const string PostReturns = nameof(PostReturns);
    public const string SeeReturns = nameof(SeeReturns);
    public const string ReviewReturns = nameof(ReviewReturns);
    public const string ManageContracts = nameof(ManageContracts);
    public const string ManageCampaigns = nameof(ManageCampaigns);
    public const string ManageTerritories = nameof(ManageTerritories);
    public const string ReadNation = nameof(ReadNation);
    public const string ReadFeed = nameof(ReadFeed);
    public const string FollowCampaigns = nameof(FollowCampaigns);
    public const string ReadJournal = nameof(ReadJournal);
    public const string ManageIntegrations = nameof(ManageIntegrations);
    public const string ManageAccess = nameof(ManageAccess);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(AnyRole, policy => policy.RequireRole(Roles.All));
        options.AddPolicy(PostReturns, policy => policy.RequireRole(Roles.Metropole));
        options.AddPolicy(SeeReturns, policy => policy.RequireRole(Roles.Metropole, Roles.Commissaire, Roles.Dgcs));
        options.AddPolicy(ReviewReturns, policy => policy.RequireRole(Roles.Commissaire, Roles.Dgcs));
        options.AddPolicy(ManageContracts, policy => policy.RequireRole(Roles.Dgcs));
        options.AddPolicy(ManageCampaigns, policy => policy.RequireRole(Roles.Dgcs));
        options.AddPolicy(ManageTerritories, policy => policy.RequireRole(Roles.Dgcs));
        options.AddPolicy(ReadNation, policy => policy.RequireAssertion(context => context.User.ReadsNation()));
        options.AddPolicy(ReadFeed, policy => policy.RequireRole(Roles.Lecteur, Roles.Dgcs));
        options.AddPolicy(FollowCampaigns, policy => policy.RequireRole(Roles.Commissaire, Roles.Dgcs));
        options.AddPolicy(ReadJournal, policy => policy.RequireRole(Roles.Metropole, Roles.Dgcs));
        options.AddPolicy(ManageIntegrations, policy => policy.RequireRole(Roles.Metropole, Roles.Dgcs));
        options.AddPolicy(ManageAccess, policy => policy.RequireRole(Roles.Dgcs));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireRole(Roles.All).Build();
    }
}
