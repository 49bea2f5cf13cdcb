using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

/// <summary>Takes nothing away for files opened the year before. Listed so that the catalogue and the rule version tell it.</summary>
internal sealed class Dro5Cloture() : Rule(
    "DRO5-CLOTURE",
    "Annexe 6, droits, dossiers CCAPEX : année de clôture",
    "Un dossier compte l'année où il se clôt sans expulsion, quelle que soit l'année de son ouverture.",
    Dro5);
