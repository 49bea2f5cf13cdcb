namespace Reporting.TestSupport.SignIn;

/// <summary>What is wrong with a token's signature.</summary>
public enum Forgery
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>There is none: <c>alg</c> is <c>none</c>.</summary>
    Unsigned,

    /// <summary>An HMAC under the published key.</summary>
    PublicKeyAsSecret,

    /// <summary>Another's key, under the name of a published one.</summary>
    ForeignKey,

    /// <summary>Another's key, under a name that nobody published.</summary>
    UnknownKey,
}
