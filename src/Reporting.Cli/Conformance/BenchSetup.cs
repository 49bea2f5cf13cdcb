using System.Net;
using Reporting.Cli.Printing;
using Reporting.Cli.Service;

namespace Reporting.Cli.Conformance;

/// <summary>Finds out about the service and the territory before any case is played.</summary>
internal static class BenchSetup
{
    private const string Sandbox = "bac-a-sable";

    public static async Task<Bench> PrepareAsync(
        ServiceClient owner, ServiceClient? reviewer, ServiceClient nobody, int year, string territory, bool writes,
        CancellationToken cancel)
    {
        var registry = Read(await ReadAsync(owner, "v1/territoires", cancel));
        if (writes && registry.Environment is not Sandbox)
        {
            throw Failure.Usage(
                "ce service n'est pas un bac à sable, et l'épreuve poste et dépose des chiffres inventés : rien n'a été envoyé. "
                + "Donnez à --url l'adresse d'un bac à sable, ou vérifiez votre propre envoi par --verifier-remontee.");
        }

        var contract = Read(await ReadAsync(owner, $"v1/contrats/{territory}", cancel));
        var foreign = Expect.Json(registry).AsArray().OfType<System.Text.Json.Nodes.JsonNode>()
            .Select(one => one.Text("siren")).First(siren => siren != territory);
        var contracted = Expect.Json(contract).Items("trajectoires").Select(one => one.Text("indicateur")).ToList();
        return new(owner, reviewer, nobody, year, territory, foreign, contracted);
    }

    private static Task<Answer> ReadAsync(ServiceClient client, string path, CancellationToken cancel) =>
        client.SendAsync(() => new(HttpMethod.Get, path), cancel);

    private static Answer Read(Answer answer) => answer.Status is HttpStatusCode.OK
        ? answer
        : throw new Failure(
            ProblemPrinter.ExitCodeOf(answer.Status),
            $"le service répond {Expect.Describe(answer)} avant toute épreuve. Vérifiez --jeton (celui de la métropole pour ce territoire), --territoire et --url.");
}
