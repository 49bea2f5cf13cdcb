using CsCheck;

namespace Reporting.Api.Tests.Lifecycle;

/// <summary>One thing that someone tries.</summary>
/// <param name="Kind">What.</param>
/// <param name="Actor">Who.</param>
/// <param name="Value">A figure to post, or a rank to choose by.</param>
/// <param name="IsNamed">Whether a review names a version.</param>
internal sealed record LifeStep(LifeStepKind Kind, Actor Actor, int Value, bool IsNamed)
{
    // Most of what is tried is tried by someone who may, so that returns go through many lives.
    private static readonly Gen<LifeStep> Any =
        from kind in Gen.Frequency(
            (6, Gen.Const(LifeStepKind.Put)), (6, Gen.Const(LifeStepKind.Deposit)), (5, Gen.Const(LifeStepKind.Validate)),
            (5, Gen.Const(LifeStepKind.SendBack)), (2, Gen.Const(LifeStepKind.Grant)), (1, Gen.Const(LifeStepKind.Revoke)),
            (4, Gen.Const(LifeStepKind.Advance)), (2, Gen.Const(LifeStepKind.Recount)),
            (1, Gen.Const(LifeStepKind.DepositUnderOldRules)), (2, Gen.Const(LifeStepKind.Remember)))
        from entitled in Gen.Int[0, 5].Select(dice => dice > 0)
        from anyone in Gen.Enum<Actor>()
        from reviewer in Gen.OneOf(Actor.Commissaire, Actor.Commissaire, Actor.Dgcs)
        from value in Gen.Int[0, 3]
        from isNamed in Gen.Bool
        select new LifeStep(kind, entitled ? Entitled(kind, reviewer) : anyone, value, isNamed);

    public static readonly Gen<List<LifeStep>> Lives = Any.List[15, 45];

    private static Actor Entitled(LifeStepKind kind, Actor reviewer) => kind switch
    {
        LifeStepKind.Put or LifeStepKind.Deposit or LifeStepKind.DepositUnderOldRules => Actor.Owner,
        LifeStepKind.Validate or LifeStepKind.SendBack => reviewer,
        LifeStepKind.Grant or LifeStepKind.Revoke or LifeStepKind.Recount => Actor.Dgcs,
        LifeStepKind.Advance or LifeStepKind.Remember => Actor.Lecteur,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

internal enum LifeStepKind
{
    Put,
    Deposit,
    Validate,
    SendBack,
    Grant,
    Revoke,
    Advance,
    Recount,
    DepositUnderOldRules,
    Remember,
}
