using Spectre.Console;

namespace Reporting.Cli;

/// <summary>What surrounds the command: its three streams and the environment.</summary>
internal sealed record Shell(TextWriter Out, TextWriter Error, Stream In, Func<string, string?> Variable)
{
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public static Shell OfThisProcess() =>
        new(Console.Out, Console.Error, Console.OpenStandardInput(), Environment.GetEnvironmentVariable)
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };

    /// <summary>Standard output: never wrapped, so that a finding stays on one line and a table keeps its columns.</summary>
    public IAnsiConsole Page()
    {
        var page = Open(Out, OutIsTerminal);
        page.Profile.Width = 10_000;
        return page;
    }

    public Task<T> WithProgressAsync<T>(string doing, Func<Task<T>> work) =>
        ErrorIsTerminal
            ? Open(Error, ErrorIsTerminal).Status().StartAsync(doing, _ => work())
            : work();

    /// <summary>Runs the work under a bar with rate and time left, which none sees when standard error is no terminal.</summary>
    public Task<T> WithProgressBarAsync<T>(string doing, double? length, Func<ProgressTask?, Task<T>> work) =>
        ErrorIsTerminal
            ? Open(Error, ErrorIsTerminal).Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => work(context.AddTask(doing, maxValue: length ?? 1).IsIndeterminate(length is null)))
            : work(null);

    private IAnsiConsole Open(TextWriter writer, bool terminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = terminal && string.IsNullOrEmpty(Variable("NO_COLOR")) ? AnsiSupport.Detect : AnsiSupport.No,
    });
}
