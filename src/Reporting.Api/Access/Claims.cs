namespace Reporting.Api.Access;

/// <summary>The claims that the service reads in a token, or gives whoever it signs in itself.</summary>
internal static class Claims
{
    public const string Role = "roles";
    public const string ObjectId = "oid";
    public const string Subject = "sub";
    public const string Client = "azp";
    public const string ClientOfVersion1 = "appid";
    public const string DelegatedScope = "scp";
    public const string KindOfToken = "idtyp";

    // The service's own: none of them is taken from anybody else's token.
    public const string Territory = "territoires";
    public const string Region = "regions";
    public const string Actor = "acteur";
    public const string Limited = "limite";

    public static IReadOnlyList<string> OfService { get; } = [Territory, Region, Actor, Limited];
}
