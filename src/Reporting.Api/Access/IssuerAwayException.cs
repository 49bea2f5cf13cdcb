namespace Reporting.Api.Access;

/// <summary>An issuer has never yet told its keys, and does not answer: the same request may succeed later.</summary>
internal sealed class IssuerAwayException(Exception cause) : Exception("The issuer of the token does not answer.", cause);
