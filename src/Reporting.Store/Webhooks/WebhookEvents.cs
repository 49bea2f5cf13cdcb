namespace Reporting.Store.Webhooks;

/// <summary>What a webhook can be told: stable codes, and all here.</summary>
public static class WebhookEvents
{
    public const string Deposited = "deposee";
    public const string Validated = "validee";
    public const string SentBack = "renvoyee";
    public const string Recounted = "recomptage";
    public const string ExceptionGranted = "derogation";
    public const string ExceptionRevoked = "derogation-revoquee";
    public const string Trial = "essai";
}
