using Reporting.Store;

namespace Reporting.Api.Operations;

internal static class SchemaMessages
{
    public static string Of(SchemaException refusal) => refusal.Fault switch
    {
        SchemaFault.ScriptChanged =>
            $"""
            {refusal.Place} : le script {refusal.Script} n'est plus celui qui y a été appliqué. Rien n'a été changé.
              Rétablissez ce script tel qu'il était, et portez le changement dans un nouveau script.
            """,
        SchemaFault.NewerSchema =>
            $"""
            {refusal.Place} : ce magasin a reçu le script {refusal.Script}, inconnu de cette version. Rien n'a été changé.
              Employez la version du service qui l'a installé, ou une plus récente.
            """,
        SchemaFault.ScriptMissing =>
            $"""
            {refusal.Place} : le script {refusal.Script} n'y est pas appliqué. Rien n'a été changé.
              Appliquez-le par « migrer », puis recommencez.
            """,
        var fault => throw new InvalidOperationException($"A schema fault without message: {fault}."),
    };
}
