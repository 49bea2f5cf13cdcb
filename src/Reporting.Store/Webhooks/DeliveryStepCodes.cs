namespace Reporting.Store.Webhooks;

/// <summary>The codes under which steps are stored and shown.</summary>
public static class DeliveryStepCodes
{
    private static readonly (DeliveryStep Step, string Code)[] Codes =
    [
        (DeliveryStep.Queued, "en-file"),
        (DeliveryStep.Claimed, "prise"),
        (DeliveryStep.Failed, "echec"),
        (DeliveryStep.Delivered, "livree"),
        (DeliveryStep.Abandoned, "abandonnee"),
        (DeliveryStep.Requeued, "relance"),
    ];

    public static string ToCode(this DeliveryStep step) => Codes.Single(pair => pair.Step == step).Code;

    public static DeliveryStep Parse(string code) => Codes.Single(pair => pair.Code == code).Step;
}
