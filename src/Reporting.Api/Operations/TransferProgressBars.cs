using Reporting.Store.Transfers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reporting.Api.Operations;

/// <summary>Shows how far a transfer is, how fast it goes and how long is left; without a terminal, nothing.</summary>
internal static class TransferProgressBars
{
    public static async Task<IReadOnlyList<TransferredTable>> ShowAsync(
        Shell shell, Func<Action<TransferProgress>, Task<IReadOnlyList<TransferredTable>>> transfer)
    {
        if (!shell.ErrorIsTerminal)
        {
            return await transfer(_ => { });
        }

        return await shell.ErrorConsole().Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var (copy, verification) = (bars.AddTask("Copie"), bars.AddTask("Vérification", autoStart: false));
                return await transfer(progress => Move(progress, progress.Phase is TransferPhase.Copy ? copy : verification));
            });
    }

    private static void Move(TransferProgress progress, ProgressTask bar)
    {
        if (!bar.IsStarted)
        {
            bar.StartTask();
        }

        bar.MaxValue = Math.Max(progress.Total, 1);
        bar.Value = progress.Done;
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } rowsPerSecond ? $"{rowsPerSecond:0} lignes/s" : "");
    }
}
