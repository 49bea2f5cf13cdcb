using System.CommandLine;
using Reporting.Cli.Files;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Commands;

/// <summary>One file on its way to the service, and how its answers are shown.</summary>
internal sealed class ReturnSession(Shell shell, ServiceClient client, ReturnFile file, ReturnRequests requests, bool json)
{
    public static async Task<int> RunAsync(
        Shell shell, ParseResult parsed, ReturnOptions options, ServiceOptions service,
        Func<ReturnSession, Task<int>> work, CancellationToken cancel)
    {
        using var client = service.Connect(parsed);
        var file = await ReturnFile.ReadAsync(parsed.GetRequiredValue(options.File), shell.In, cancel);
        var requests = new ReturnRequests(parsed.GetRequiredValue(options.Year), parsed.GetRequiredValue(options.Territory));
        return await work(new ReturnSession(shell, client, file, requests, parsed.GetValue(options.Json)));
    }

    public Task<Answer> SimulateAsync(CancellationToken cancel) => SendAsync("Simulation…", requests.Simulate(file.Json), cancel);

    public Task<Answer> CurrentAsync(CancellationToken cancel) => SendAsync("Lecture de la version en cours…", requests.Current(), cancel);

    public Task<Answer> PutAsync(string? replacing, CancellationToken cancel) =>
        SendAsync("Enregistrement…", requests.Put(file.Json, replacing), cancel);

    public Task<Answer> DepositAsync(string version, string receipt, CancellationToken cancel) =>
        SendAsync("Dépôt…", requests.Deposit(version, receipt), cancel);

    /// <summary>Shows an answer: as it came with --json, otherwise as the caller writes it and with its findings placed in the file.</summary>
    public void Show(
        Answer answer, IReadOnlyList<Finding> findings, string conclusion, IReadOnlyList<CountedLine>? lines = null)
    {
        if (json)
        {
            shell.Out.WriteLine(answer.Text);
            return;
        }

        var page = shell.Page();
        if (lines is { Count: > 0 })
            LinesTable.Print(page, lines);
        FindingsPrinter.Print(page, file, findings);
        shell.Out.WriteLine(conclusion);
    }

    public int Refuse(Answer answer, string? whatStands = null)
    {
        if (json)
            shell.Out.WriteLine(answer.Text);
        else
            FindingsPrinter.Print(shell.Page(), file, answer.TryRead<Problem>()?.Findings ?? []);
        ProblemPrinter.Print(shell.Error, answer, whatStands);
        return ProblemPrinter.ExitCodeOf(answer.Status);
    }

    private Task<Answer> SendAsync(string doing, Func<HttpRequestMessage> request, CancellationToken cancel) =>
        shell.WithProgressAsync(doing, () => client.SendAsync(request, cancel));
}
