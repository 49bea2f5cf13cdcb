namespace Reporting.Api.Access;

/// <summary>The Entra ID application that signs callers in.</summary>
internal sealed record EntraSettings(IConfigurationSection Section, Uri Instance, Guid Tenant, string Client, Uri? PublicUrl)
{
    /// <summary>The settings, or null where Entra ID signs nobody in.</summary>
    public static EntraSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("AzureAd");
        if (section["ClientId"] is not { Length: > 0 } client)
        {
            return null;
        }

        if (!Guid.TryParse(section["TenantId"], out var tenant))
        {
            throw new InvalidOperationException("AzureAd:TenantId must be the identifier of one tenant: a token of any other is not to be accepted.");
        }

        return new(
            section,
            Uri.TryCreate(section["Instance"], UriKind.Absolute, out var instance)
                ? instance
                : throw new InvalidOperationException("AzureAd:Instance must be an absolute address, https://login.microsoftonline.com/ for instance."),
            tenant,
            client,
            Uri.TryCreate(configuration["Reporting:PublicBaseUrl"], UriKind.Absolute, out var address) ? address : null);
    }

    /// <summary>What Power BI is told to sign in with.</summary>
    public string Authority => $"{Instance.ToString().TrimEnd('/')}/{Tenant:D}";

    /// <summary>The tenant as tokens of the first and of the second version name it.</summary>
    public IEnumerable<string> Issuers => [$"{Authority}/v2.0", $"https://sts.windows.net/{Tenant:D}/"];

    /// <summary>Whom tokens may be for: the application, and the address that Power BI asks them for.</summary>
    public IEnumerable<string> Audiences =>
    [
        Client, $"api://{Client}",
        .. PublicUrl is null ? (string[])[] : [PublicUrl.GetLeftPart(UriPartial.Authority), $"{PublicUrl.GetLeftPart(UriPartial.Authority)}/"],
    ];
}
