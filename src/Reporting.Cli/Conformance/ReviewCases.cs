using System.Net;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>What only a reviewer can set going: these need a reviewer's token.</summary>
internal static class ReviewCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("RENVOI-MOTIVE", "Un renvoi sans commentaire est refusé.", "400 urn:reporting:forme", async (bench, cancel) =>
        {
            await bench.DepositNewAsync(cancel);
            return Expect.Problem(
                await Bench.PostAsync(bench.Reviewer, $"{bench.Return}/renvoi", [], cancel), HttpStatusCode.BadRequest, "forme");
        }),
        new("RENVOI-ET-CORRECTION", "Une version renvoyée se corrige par une nouvelle version, de nouveau déposée.", "renvoyee, puis une version de plus, deposee", async (bench, cancel) =>
        {
            var deposited = await bench.DepositNewAsync(cancel);
            await SendBackAsync(bench, deposited, cancel);
            Expect.State((await bench.CurrentAsync(cancel))!, StoredReturn.SentBack);
            var corrected = (await bench.DepositNewAsync(cancel)).Read<StoredReturn>();
            Expect.Same("la version", deposited.Read<StoredReturn>().Version + 1, corrected.Version);
            return $"version {corrected.Version} déposée après le renvoi de la {corrected.Version - 1}";
        }),
        new("VALIDATION", "Une version déposée puis validée est dite validée au territoire.", "validee", async (bench, cancel) =>
        {
            var deposited = await bench.DepositNewAsync(cancel);
            await ValidateAsync(bench, deposited, cancel);
            Expect.State((await bench.CurrentAsync(cancel))!, StoredReturn.Accepted);
            return $"version {deposited.Read<StoredReturn>().Version} validée";
        }),
        new("CORRECTION-APRES-VALIDATION", "Après validation, une correction est une version à part : la version validée reste lisible et validée.", "l'ancienne version validee, la nouvelle deposee", async (bench, cancel) =>
        {
            var deposited = await bench.DepositNewAsync(cancel);
            await ValidateAsync(bench, deposited, cancel);
            var corrected = (await bench.DepositNewAsync(cancel)).Read<StoredReturn>();
            var validated = deposited.Read<StoredReturn>().Version;
            Expect.State(Expect.Success(await Bench.GetAsync(bench.Owner, $"{bench.Return}?version={validated}", cancel)), StoredReturn.Accepted);
            return $"version {validated} validée, version {corrected.Version} déposée";
        }),
    ];

    private static async Task SendBackAsync(Bench bench, Answer deposited, CancellationToken cancel) =>
        Expect.State(
            Expect.Success(await Bench.PostAsync(
                bench.Reviewer, $"{bench.Return}/renvoi",
                new() { ["version"] = deposited.Read<StoredReturn>().Version, ["commentaire"] = "Essai de conformité : corrigez." }, cancel)),
            StoredReturn.SentBack);

    private static async Task ValidateAsync(Bench bench, Answer deposited, CancellationToken cancel) =>
        Expect.State(
            Expect.Success(await Bench.PostAsync(
                bench.Reviewer, $"{bench.Return}/validation",
                new() { ["version"] = deposited.Read<StoredReturn>().Version }, cancel)),
            StoredReturn.Accepted);
}
