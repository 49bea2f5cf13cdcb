using Reporting.Store.Transfers;

namespace Reporting.Api.Operations;

internal static class TransferMessages
{
    public static string Of(TransferException refusal) => refusal.Fault switch
    {
        TransferFault.SameStore =>
            $"la source et la cible sont le même magasin, {refusal.Place}. Donnez deux magasins.",
        TransferFault.TargetNotEmpty =>
            $"""
            {refusal.Place} n'est pas vide : la table {refusal.Table} y a des lignes. Rien n'a été copié.
              Donnez une base neuve : « transferer » y installe le schéma lui-même, sans « migrer » ni démarrage du service.
            """,
        TransferFault.NoSnapshot =>
            $"""
            {refusal.Place} ne se laisse pas lire telle qu'à un seul instant. Rien n'a été copié.
              Faites exécuter : ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
            """,
        TransferFault.RowsDiffer =>
            $"""
            {refusal.Place} : relue, la table {refusal.Table} diffère de la source à la ligne {refusal.Row}. La copie est annulée.
              Cherchez ce qui écrit dans la cible (déclencheur, autre processus), puis recommencez dans une base neuve.
            """,
        var fault => throw new InvalidOperationException($"A transfer fault without message: {fault}."),
    };
}
