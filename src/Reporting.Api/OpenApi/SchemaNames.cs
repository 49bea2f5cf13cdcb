using System.Text.Json.Serialization.Metadata;
using Reporting.Api.Campaigns;
using Reporting.Api.Catalogue;
using Reporting.Api.Contracts;
using Reporting.Api.Counts;
using Reporting.Api.Dashboards;
using Reporting.Api.FollowUp;
using Reporting.Api.Grants;
using Reporting.Api.Journal;
using Reporting.Api.Json;
using Reporting.Api.Limits;
using Reporting.Api.Openings;
using Reporting.Api.Problems;
using Reporting.Api.ReaderKeys;
using Reporting.Api.Recounts;
using Reporting.Api.Returns;
using Reporting.Api.Reviews;
using Reporting.Api.Territories;
using Reporting.Api.Webhooks;
using Reporting.Domain.Participations;

namespace Reporting.Api.OpenApi;

/// <summary>The French names of the wire types in the document.</summary>
internal static class SchemaNames
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(ServiceAnswer)] = "Service",
        [typeof(QuotaAnswer)] = "Quota",
        [typeof(AtOnceAnswer)] = "Simultanees",
        [typeof(SizesAnswer)] = "Tailles",
        [typeof(TimesAnswer)] = "Delais",
        [typeof(AxisAnswer)] = "Axe",
        [typeof(IndicatorAnswer)] = "Indicateur",
        [typeof(RuleAnswer)] = "Regle",
        [typeof(TerritoryAnswer)] = "Territoire",
        [typeof(CampaignAnswer)] = "Campagne",
        [typeof(ContractBody)] = "ContratPoste",
        [typeof(ContractAnswer)] = "Contrat",
        [typeof(ActionBody)] = "FicheAction",
        [typeof(TrajectoryBody)] = "Trajectoire",
        [typeof(ReturnBody)] = "RemonteePostee",
        [typeof(LineBody)] = "LignePostee",
        [typeof(MethodChangeBody)] = "ChangementMethode",
        [typeof(ContributionBody)] = "Contribution",
        [typeof(ReturnAnswer)] = "Remontee",
        [typeof(LineAnswer)] = "Ligne",
        [typeof(EffectAnswer)] = "Effet",
        [typeof(SimulationAnswer)] = "Simulation",
        [typeof(DepositBody)] = "Depot",
        [typeof(ReceiptChange)] = "ChangementDepuisRecu",
        [typeof(CountAnswer)] = "Decompte",
        [typeof(ReceiptDocument)] = "Recu",
        [typeof(SourceDocument)] = "RecuSource",
        [typeof(RejectionCountDocument)] = "RecuMotif",
        [typeof(RejectedDocument)] = "EnregistrementRejete",
        [typeof(WarningDocument)] = "RecuAvertissement",
        [typeof(IndicatorDocument)] = "RecuIndicateur",
        [typeof(OutcomeDocument)] = "RecuIssue",
        [typeof(FindingAnswer)] = "Constat",
        [typeof(PatchAnswer)] = "Correctif",
        [typeof(ProblemAnswer)] = "Probleme",
        [typeof(LockAnswer)] = "Verrou",
        [typeof(FollowUpAnswer)] = "Suivi",
        [typeof(FollowUpTotals)] = "SuiviTotaux",
        [typeof(FollowUpTerritory)] = "SuiviTerritoire",
        [typeof(JournalAnswer)] = "Journal",
        [typeof(JournalEntryAnswer)] = "EntreeJournal",
        [typeof(SubscriptionBody)] = "AbonnementACreer",
        [typeof(SubscriptionAnswer)] = "Abonnement",
        [typeof(GrantBody)] = "HabilitationAAccorder",
        [typeof(GrantAnswer)] = "Habilitation",
        [typeof(ReaderKeyBody)] = "CleDeLectureACreer",
        [typeof(ReaderKeyAnswer)] = "CleDeLecture",
        [typeof(WebhookBody)] = "WebhookACreer",
        [typeof(WebhookAnswer)] = "Webhook",
        [typeof(DeliveryAnswer)] = "Livraison",
        [typeof(CampaignBody)] = "CampagneDatee",
        [typeof(TerritoryBody)] = "TerritoireInscrit",
        [typeof(TerritoryVersionAnswer)] = "TerritoireVersion",
        [typeof(VersionsAnswer)] = "Versions",
        [typeof(VersionAnswer)] = "Version",
        [typeof(VersionEventAnswer)] = "Evenement",
        [typeof(ReviewAnswer)] = "Revue",
        [typeof(DifferencesAnswer)] = "Differences",
        [typeof(ComparedVersion)] = "VersionComparee",
        [typeof(LineDifference)] = "LigneDifferente",
        [typeof(FigureChange)] = "ChiffreChange",
        [typeof(TextChange)] = "TexteChange",
        [typeof(MethodChangeChange)] = "ChangementMethodeChange",
        [typeof(ContributionDifference)] = "ContributionDifferente",
        [typeof(RuleDifference)] = "RegleDifferente",
        [typeof(ValidationBody)] = "Validation",
        [typeof(SendBackBody)] = "Renvoi",
        [typeof(CommentBody)] = "CommentairePoste",
        [typeof(CommentAnswer)] = "Commentaire",
        [typeof(OpeningAnswer)] = "Ouverture",
        [typeof(WindowAnswer)] = "Periode",
        [typeof(OperationAnswer)] = "Operation",
        [typeof(LateExceptionBody)] = "DerogationPostee",
        [typeof(LateExceptionAnswer)] = "Derogation",
        [typeof(RevocationBody)] = "RevocationPostee",
        [typeof(RevocationAnswer)] = "Revocation",
        [typeof(RecountAnswer)] = "Recomptage",
        [typeof(RecountedVersion)] = "VersionRecomptee",
        [typeof(SeriesAnswer)] = "Serie",
        [typeof(SeriesTerritory)] = "SerieTerritoire",
        [typeof(SeriesExclusion)] = "SerieExclusion",
        [typeof(SeriesAxis)] = "SerieAxe",
        [typeof(SeriesIndicator)] = "SerieIndicateur",
        [typeof(SeriesYear)] = "SerieAnnee",
        [typeof(DashboardAnswer)] = "TableauDeBord",
        [typeof(DashboardTerritory)] = "TableauTerritoire",
        [typeof(ReturnCounts)] = "AvancementRemontees",
        [typeof(DashboardAxis)] = "TableauAxe",
        [typeof(DashboardIndicator)] = "TableauIndicateur",
        [typeof(DashboardPrevious)] = "TableauAnneePrecedente",
        [typeof(BracketAnswer)] = "Encadrement",
    };

    public static string? Of(JsonTypeInfo type) => Names.GetValueOrDefault(type.Type);
}
