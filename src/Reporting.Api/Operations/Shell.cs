using System.Text;
using Spectre.Console;

namespace Reporting.Api.Operations;

/// <summary>Where a command writes: what it found on standard output, faults and progress on standard error.</summary>
internal sealed record Shell(TextWriter Out, TextWriter Error)
{
    public bool ErrorIsTerminal { get; init; }

    public static Shell OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error) { ErrorIsTerminal = !Console.IsErrorRedirected };
    }

    public IAnsiConsole ErrorConsole() => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Error) });
}
