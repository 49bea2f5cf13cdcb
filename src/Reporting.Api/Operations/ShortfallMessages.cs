using Reporting.Store;

namespace Reporting.Api.Operations;

/// <summary>What an installation left to whoever owns the database, and what they have to run.</summary>
internal static class ShortfallMessages
{
    public static string Of(Shortfall shortfall) => shortfall.Step switch
    {
        InstallationStep.ReadCommittedSnapshot =>
            $"""
            les lectures attendront les écritures : READ_COMMITTED_SNAPSHOT n'a pas pu être activé ({shortfall.Reason}).
              Faites exécuter, service arrêté : ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON;
            """,
        InstallationStep.SnapshotIsolation =>
            $"""
            « transferer » ne pourra pas lire cette base : ALLOW_SNAPSHOT_ISOLATION n'a pas pu être activé ({shortfall.Reason}).
              Faites exécuter : ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;
            """,
        InstallationStep.Roles =>
            $"""
            les rôles reporting_installer et reporting_service n'ont pas pu être créés ({shortfall.Reason}).
              Faites exécuter db/sqlserver/access/roles.sql par le propriétaire de la base, puis relancez « migrer ».
            """,
        InstallationStep.Grants =>
            $"""
            le rôle reporting_service n'a pas reçu ses droits ({shortfall.Reason}).
              Faites exécuter db/sqlserver/access/grants.sql par le propriétaire de la base.
            """,
        var step => throw new InvalidOperationException($"A step without message: {step}."),
    };
}
