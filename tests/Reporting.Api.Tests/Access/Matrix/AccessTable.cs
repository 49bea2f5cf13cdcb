namespace Reporting.Api.Tests.Access.Matrix;

/// <summary>What every endpoint and every set of the feed answers each caller about Rennes, whose return is deposited.</summary>
internal static class AccessTable
{
    public static IReadOnlyList<MatrixRow> All { get; } = MatrixRow.Parse(
        //                                                                                   metropole   commissaire       lecteur
        //                                                                                   own  other  own  other  dgcs  all  own  other  nobody
        """
        GET    /v1                                                                            200  200    200  200    200   200  200  200    200
        GET    /v1/axes                                                                       200  200    200  200    200   200  200  200    401
        GET    /v1/indicateurs                                                                200  200    200  200    200   200  200  200    401
        GET    /v1/indicateurs/{code}                                                         200  200    200  200    200   200  200  200    401
        GET    /v1/territoires                                                                200  200    200  200    200   200  200  200    401
        GET    /v1/territoires/{siren}                                                        200  200    200  200    200   200  200  200    401
        GET    /v1/territoires/{siren}/versions                                               200  200    200  200    200   200  200  200    401
        PUT    /v1/territoires/{siren}                                                        403  403    403  403    201   403  403  403    401
        GET    /v1/campagnes                                                                  200  200    200  200    200   200  200  200    401
        GET    /v1/campagnes/{annee:int}                                                      200  200    200  200    200   200  200  200    401
        PUT    /v1/campagnes/{annee:int}                                                      403  403    403  403    200   403  403  403    401
        POST   /v1/campagnes/{annee:int}/recomptage                                           403  403    403  403    200   403  403  403    401
        GET    /v1/campagnes/{annee:int}/suivi                                                403  403    200  200    200   403  403  403    401
        GET    /v1/campagnes/{annee:int}/suivi.csv                                            403  403    200  200    200   403  403  403    401
        GET    /v1/campagnes/{annee:int}/territoires/{siren}/ouverture                        200  404    200  404    200   200  200  404    401
        GET    /v1/campagnes/{annee:int}/territoires/{siren}/derogations                      200  404    200  404    200   403  403  403    401
        POST   /v1/campagnes/{annee:int}/territoires/{siren}/derogations                      403  403    403  403    201   403  403  403    401
        POST   /v1/campagnes/{annee:int}/territoires/{siren}/derogations/{id:guid}/revocation 403  403    403  403    200   403  403  403    401
        GET    /v1/campagnes/{annee:int}/territoires/{siren}/calendrier.ics                   200  404    200  404    200   403  403  403    401
        GET    /v1/campagnes/{annee:int}/territoires/{siren}/rappels.atom                     200  404    200  404    200   403  403  403    401
        POST   /v1/territoires/{siren}/abonnements                                            201  404    403  403    201   403  403  403    401
        GET    /v1/territoires/{siren}/abonnements                                            200  404    403  403    200   403  403  403    401
        DELETE /v1/territoires/{siren}/abonnements/{id:guid}                                  204  404    403  403    204   403  403  403    401
        GET    /v1/abonnements/calendrier.ics?cle={cle}                                       200  200    200  200    200   200  200  200    200
        GET    /v1/abonnements/calendrier.ics?cle=inconnue                                    404  404    404  404    404   404  404  404    404
        GET    /v1/abonnements/rappels.atom?cle={cle}                                         200  200    200  200    200   200  200  200    200
        GET    /v1/abonnements/rappels.atom                                                   404  404    404  404    404   404  404  404    404
        POST   /v1/territoires/{siren}/webhooks                                               201  404    403  403    201   403  403  403    401
        GET    /v1/territoires/{siren}/webhooks                                               200  404    403  403    200   403  403  403    401
        DELETE /v1/territoires/{siren}/webhooks/{id:guid}                                     204  404    403  403    204   403  403  403    401
        POST   /v1/territoires/{siren}/webhooks/{id:guid}/essai                               202  404    403  403    202   403  403  403    401
        GET    /v1/territoires/{siren}/webhooks/{id:guid}/livraisons                          200  404    403  403    200   403  403  403    401
        POST   /v1/territoires/{siren}/webhooks/{id:guid}/livraisons/{evenement}/relance      202  404    403  403    202   403  403  403    401
        GET    /v1/contrats/{siren}                                                           200  404    200  404    200   403  403  403    401
        PUT    /v1/contrats/{siren}                                                           403  403    403  403    201   403  403  403    401
        GET    /v1/remontees/{annee:int}/{siren}                                              200  404    200  404    200   403  403  403    401
        PUT    /v1/remontees/{annee:int}/{siren}                                              201  404    403  403    403   403  403  403    401
        POST   /v1/remontees/{annee:int}/{siren}/simulation                                   200  404    403  403    403   403  403  403    401
        POST   /v1/remontees/{annee:int}/{siren}/depot                                        200  404    403  403    403   403  403  403    401
        GET    /v1/remontees/{annee:int}/{siren}/versions                                     200  404    200  404    200   403  403  403    401
        GET    /v1/remontees/{annee:int}/{siren}/differences?de=1&a=1                         200  404    200  404    200   403  403  403    401
        POST   /v1/remontees/{annee:int}/{siren}/validation                                   403  403    200  404    200   403  403  403    401
        POST   /v1/remontees/{annee:int}/{siren}/renvoi                                       403  403    200  404    200   403  403  403    401
        GET    /v1/remontees/{annee:int}/{siren}/commentaires                                 200  404    200  404    200   403  403  403    401
        POST   /v1/remontees/{annee:int}/{siren}/commentaires                                 201  404    201  404    201   403  403  403    401
        POST   /v1/decomptes?annee=2025                                                       200  200    403  403    403   403  403  403    401
        GET    /v1/tableaux-de-bord/national/{annee:int}                                      403  403    403  403    200   200  403  403    401
        GET    /v1/tableaux-de-bord/national/serie                                            403  403    403  403    200   200  403  403    401
        GET    /v1/tableaux-de-bord/territoires/{siren}/{annee:int}                           200  404    200  404    200   200  200  404    401
        GET    /v1/exports/resultats.csv?annee=2025                                           403  403    403  403    200   200  403  403    401
        GET    /v1/journal                                                                    400  400    403  403    200   403  403  403    401
        GET    /v1/journal?territoire={siren}                                                 200  404    403  403    200   403  403  403    401
        POST   /v1/habilitations                                                              403  403    403  403    201   403  403  403    401
        GET    /v1/habilitations                                                              403  403    403  403    200   403  403  403    401
        DELETE /v1/habilitations/{id:guid}                                                    403  403    403  403    204   403  403  403    401
        POST   /v1/cles-de-lecture                                                            403  403    403  403    201   403  403  403    401
        GET    /v1/cles-de-lecture                                                            403  403    403  403    200   403  403  403    401
        DELETE /v1/cles-de-lecture/{id:guid}                                                  403  403    403  403    204   403  403  403    401
        GET    /odata/v1/                                                                     403  403    403  403    200   200  200  200    401
        GET    /odata/v1/$metadata                                                            403  403    403  403    200   200  200  200    401
        POST   /odata/v1/$batch                                                               403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Resultats                                                            403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Contributions                                                        403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Explications                                                         403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Trajectoires                                                         403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Remontees                                                            403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Territoires                                                          403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Indicateurs                                                          403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Axes                                                                 403  403    403  403    200   200  200  200    401
        GET    /odata/v1/Campagnes                                                            403  403    403  403    200   200  200  200    401
        GET    /openapi/{documentName}.json                                                   200  200    200  200    200   200  200  200    200
        GET    /                                                                              200  200    200  200    200   200  200  200    200
        GET    /health/live                                                                   200  200    200  200    200   200  200  200    200
        GET    /health/ready                                                                  200  200    200  200    200   200  200  200    200
        GET    /dev/jetons/{role}                                                             200  200    200  200    200   200  200  200    200
        GET    /dev/connexion.js                                                              200  200    200  200    200   200  200  200    200
        """);
}
