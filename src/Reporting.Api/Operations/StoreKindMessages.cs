using Reporting.Store;

namespace Reporting.Api.Operations;

internal static class StoreKindMessages
{
    public static string Of(StoreKindException refusal) => refusal.Found switch
    {
        StoreKind.Sandbox =>
            $"""
            {refusal.Place} : ce magasin est celui d'un bac à sable. Rien n'a été changé.
              Donnez au service réel un magasin à lui, ou posez Reporting:Sandbox=true.
            """,
        StoreKind.Real =>
            $"""
            {refusal.Place} : ce magasin est celui du service réel. Rien n'a été changé.
              Donnez au bac à sable un magasin à lui, ou retirez Reporting:Sandbox.
            """,
        null =>
            $"""
            {refusal.Place} : ce magasin ne dit pas s'il est réel, et il contient peut-être des remontées. Rien n'a été changé.
              Donnez au bac à sable un magasin vide, ou déclarez celui-ci par « migrer » sans Reporting:Sandbox.
            """,
        var kind => throw new InvalidOperationException($"A kind of store without message: {kind}."),
    };
}
