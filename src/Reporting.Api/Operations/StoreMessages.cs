using System.Data.Common;
using Reporting.Store;

namespace Reporting.Api.Operations;

internal static class StoreMessages
{
    public static string Of(DbException fault) => Database.IsAway(fault)
        ? $"""
          le magasin ne répond pas : {fault.Message}
            Vérifiez Store:ConnectionString, le réseau et l'état du serveur, puis relancez : rien n'est fait à moitié.
          """
        : $"""
          le magasin refuse la commande : {fault.Message}
            Vérifiez le compte de Store:ConnectionString et ses droits, puis relancez : rien n'est fait à moitié.
          """;
}
