using Reporting.Api.Problems;

namespace Reporting.Api.Idempotency;

internal static class KeyProblems
{
    public static Problem Unreadable => new(
        ProblemType.InvalidRequest,
        $"« {IdempotencyKey.Header} » se donne une fois, de 1 à {IdempotencyKey.Longest} caractères ASCII visibles, par exemple un UUID.");

    public static Problem InUse => new(
        ProblemType.Conflict, "Un autre envoi avec cette clé est en cours : réessayez dans un instant.");

    public static Problem Unopened => new(
        ProblemType.Conflict, "Cet envoi a déjà eu lieu, mais sa réponse ne se relit plus : une clé du service a changé depuis. Relisez ce qui a été créé.");

    public static Problem OtherBody => new(
        ProblemType.KeyReused, "Cette clé a déjà servi avec un autre contenu ou d'autres paramètres : donnez une clé neuve à un envoi neuf.");

    public static Problem OtherRequest(string request) => new(
        ProblemType.KeyReused, $"Cette clé a déjà servi à « {request} » : donnez une clé neuve à un envoi neuf.");
}
