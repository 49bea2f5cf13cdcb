using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Counting.Rules;

/// <summary>Takes nothing away: the headcount stands. Listed so that the catalogue and the rule version tell it.</summary>
internal sealed class Dro1Participants() : Rule(
    "DRO1-PARTICIPANTS",
    "Annexe 6, droits, aller vers : permanences délocalisées et réunions d'usagers",
    "Une permanence ou une réunion compte tous ses participants.",
    Dro1);
