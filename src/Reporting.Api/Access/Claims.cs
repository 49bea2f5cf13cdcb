namespace Reporting.Api.Access;

/// <summary>The claims that the service reads in a token.</summary>
internal static class Claims
{
    public const string Role = "roles";
    public const string Territory = "territoires";
    public const string Region = "regions";
    public const string ObjectId = "oid";
    public const string Subject = "sub";
    public const string Client = "azp";
}
