namespace Reporting.Cli.Conformance;

/// <summary>One scripted case.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Proves">What it proves, in French.</param>
/// <param name="Expects">What a service that conforms answers.</param>
/// <param name="Play">Plays it; a <see cref="CaseFailure"/> says what went otherwise, the text returned what was seen.</param>
internal sealed record Case(string Id, string Proves, string Expects, Func<Bench, CancellationToken, Task<string>> Play);
