namespace Reporting.Api.Tests.Cli;

/// <summary>Bodies as the wire contract describes them.</summary>
internal static class Contract
{
    public const string Path = "/v1/remontees/2024/243300316";

    public const string Return = """
        {
          "indicateurs": [
            {
              "code": "ENF-1",
              "cible": 1200,
              "contributions": [
                { "action": "1.1", "modalite": "reperage", "effectif": 660, "sansSuite": 30 },
                { "action": "1.2", "modalite": "accompagnement", "effectif": 410 }
              ]
            },
            { "code": "DRO-4", "valeur": 1.5 }
          ]
        }
        """;

    public const string Acceptable = """
        {
          "acceptable": true,
          "lignes": [
            { "code": "ENF-1", "cible": 1200, "brut": 1070, "valeur": 1040, "borneBasse": 980, "estimation": false, "rupture": false, "valeurComparable": 1040,
              "explication": [ { "regle": "sans-suite", "clause": "ENF1-2", "contribution": 1, "effet": -30, "texte": "sans solution proposée" } ] },
            { "code": "DRO-4", "brut": 1.5, "valeur": 1.5, "estimation": true, "rupture": true, "valeurComparable": 1.25, "explication": [] }
          ],
          "constats": [
            { "regle": "cible-manquante", "gravite": "avertissement", "pointeur": "/indicateurs/1/cible", "message": "La cible manque : elle est requise au dépôt." }
          ],
          "recu": "5f2a",
          "versionRegles": "2024.1"
        }
        """;

    public const string NotAcceptable = """
        {
          "acceptable": false,
          "lignes": [],
          "constats": [
            { "regle": "sans-suite-trop-grand", "gravite": "erreur", "pointeur": "/indicateurs/0/contributions/0/sansSuite",
              "autresPointeurs": [ "/indicateurs/0/contributions/0/effectif" ],
              "message": "sansSuite dépasse l'effectif [660].",
              "correctif": [ { "op": "replace", "path": "/indicateurs/0/contributions/0/sansSuite", "value": 30 },
                             { "op": "remove", "path": "/indicateurs/0/cible" } ] },
            { "regle": "doublons-non-declares", "gravite": "avertissement", "pointeur": "/indicateurs/0/contributions/1", "message": "Doublons inconnus." },
            { "regle": "arrondi", "gravite": "information", "pointeur": "/indicateurs/1/valeur", "message": "Deux décimales." }
          ],
          "recu": "77aa",
          "versionRegles": "2024.1"
        }
        """;

    public const string Folded = """
        {
          "acceptable": false,
          "lignes": [],
          "constats": [
            { "regle": "G-PERIODE", "gravite": "erreur", "pointeur": "/indicateurs/0/contributions/0/sansSuite",
              "autresPointeurs": [ "/indicateurs/0/contributions/1" ],
              "message": "« horsPeriode » retire plus qu'il ne reste.",
              "precisions": [ { "pointeur": "/indicateurs/0/contributions/0/sansSuite", "message": "2 pour 1." },
                              { "pointeur": "/indicateurs/0/contributions/1", "message": "4 pour 3." } ],
              "correctif": [ { "op": "move", "from": "/indicateurs/0/Cible", "path": "/indicateurs/0/cible" } ] }
          ],
          "recu": "77aa",
          "versionRegles": "2024.1"
        }
        """;

    public const string NoReturn = """{ "type": "urn:reporting:introuvable", "title": "Aucune remontée", "status": 404 }""";

    public const string Draft = """
        { "annee": 2024, "territoire": "243300316", "version": 3, "etat": "brouillon", "versionRegles": "2024.1",
          "enregistreLe": "2025-03-12T14:05:10+01:00", "lignes": [], "constats": [] }
        """;

    public const string Deposited = """
        { "annee": 2024, "territoire": "243300316", "version": 3, "etat": "deposee", "versionRegles": "2024.1",
          "enregistreLe": "2025-03-12T14:05:10+01:00", "deposeLe": "2025-03-12T14:05:11+01:00", "lignes": [],
          "constats": [ { "regle": "doublons-non-declares", "gravite": "avertissement", "pointeur": "/indicateurs/0/contributions/1", "message": "Doublons inconnus." } ] }
        """;

    public const string Closed = """
        { "type": "urn:reporting:campagne-fermee", "title": "Campagne 2024 fermée", "status": 409,
          "detail": "Fermée depuis le 31 mars 2025 ; la DGCS peut ouvrir une dérogation.", "traceId": "00-abc-01" }
        """;
}
