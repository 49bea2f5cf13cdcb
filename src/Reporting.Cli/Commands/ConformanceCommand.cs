using System.CommandLine;
using Reporting.Cli.Conformance;
using Reporting.Cli.Files;

namespace Reporting.Cli.Commands;

/// <summary>
/// <c>conformite</c>: proves the service to a vendor by scripted cases on a sandbox, or checks what the vendor's own
/// client has posted.
/// </summary>
internal static class ConformanceCommand
{
    private const string ReviewerVariable = "REPORTING_JETON_EXAMINATEUR";
    private static readonly IReadOnlyList<Case> s_owned = [.. RefusalCases.All, .. WritingCases.All, .. DepositCases.All];

    public static Command Build(Shell shell)
    {
        var service = new ServiceOptions(shell);
        var options = new ConformanceOptions();
        var command = new Command("conformite", "Éprouver un bac à sable par des cas écrits d'avance, ou vérifier ce que votre logiciel y a posté")
        {
            options.Year, options.Territory, options.Posted, options.File, options.Reviewer, options.WithoutReview, options.Report,
            service.Url, service.Token,
        };
        command.Validators.Add(options.CheckGiven);
        command.SetAction((parsed, cancel) => RunAsync(shell, parsed, options, service, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, ParseResult parsed, ConformanceOptions options, ServiceOptions service, CancellationToken cancel)
    {
        using var owner = service.Connect(parsed);
        using var nobody = service.ConnectAnonymously(parsed);
        var year = parsed.GetRequiredValue(options.Year);
        if (parsed.GetValue(options.Posted) is { } posted)
        {
            ReadOnlyMemory<byte>? file = parsed.GetValue(options.File) is { } path
                ? (await ReturnFile.ReadAsync(path, shell.In, cancel)).Json
                : null;
            var read = await BenchSetup.PrepareAsync(owner, null, nobody, year, posted, writes: false, cancel);
            var checks = await PlayAsync(shell, PostedReturnCases.Of(file), read, cancel);
            return Conclude(shell, parsed, options, $"Remontée {year} de {posted}", checks,
                "Cela prouve ce que le service a reçu de votre logiciel, pas ce qu'il ferait d'un refus, d'un renvoi ou d'une panne.");
        }

        var token = Secret(shell, parsed.GetValue(options.Reviewer));
        if (token is null && !parsed.GetValue(options.WithoutReview))
            throw Failure.Usage(ConformanceOptions.ReviewerMissing);

        using var reviewer = token is null ? null : service.ConnectAs(parsed, token);
        var territory = parsed.GetRequiredValue(options.Territory);
        var bench = await BenchSetup.PrepareAsync(owner, reviewer, nobody, year, territory, writes: true, cancel);
        var results = await PlayAsync(shell, s_owned, bench, cancel);
        return Conclude(
            shell, parsed, options, $"Conformité {year} de {territory}",
            [
                .. results,
                .. reviewer is null
                    ? Run.Skip(ReviewCases.All, "sans jeton d'examinateur (--sans-examen)")
                    : await PlayAsync(shell, ReviewCases.All, bench, cancel),
            ],
            "Cela prouve le service et votre accès ; votre propre logiciel se vérifie par --verifier-remontee.");
    }

    private static Task<IReadOnlyList<CaseResult>> PlayAsync(
        Shell shell, IReadOnlyList<Case> cases, Bench bench, CancellationToken cancel) =>
        shell.WithProgressAsync("Épreuve…", () => Run.PlayAsync(cases, bench, cancel));

    private static int Conclude(
        Shell shell, ParseResult parsed, ConformanceOptions options, string suite, IReadOnlyList<CaseResult> results, string means)
    {
        Report.Print(shell.Page(), results);
        shell.Out.WriteLine($"{suite}. {Report.Conclusion(results)} {means}");
        if (parsed.GetValue(options.Report) is { } path)
            ReportFile.Write(path, suite, results);
        return results.Any(result => result.Verdict is Verdict.Failed) ? ExitCode.Refused : ExitCode.Done;
    }

    private static string? Secret(Shell shell, string? given) =>
        (given ?? shell.Variable(ReviewerVariable))?.Trim() is { Length: > 0 } token ? token : null;
}
