namespace Reporting.Domain.Returns;

/// <summary>The codes under which states are stored and shown.</summary>
public static class ReturnStateCodes
{
    private static readonly (ReturnState State, string Code)[] Codes =
    [
        (ReturnState.Draft, "brouillon"),
        (ReturnState.Deposited, "deposee"),
        (ReturnState.Validated, "validee"),
        (ReturnState.SentBack, "renvoyee"),
    ];

    /// <summary>The code of a state.</summary>
    /// <param name="state">The state.</param>
    public static string ToCode(this ReturnState state) => Codes.Single(pair => pair.State == state).Code;

    /// <summary>The state that a code stands for.</summary>
    /// <param name="code">A code.</param>
    /// <exception cref="InvalidOperationException">There is no such code.</exception>
    public static ReturnState Parse(string code) => Codes.Single(pair => pair.Code == code).State;
}
