namespace Reporting.Store.Journal;

/// <summary>What an entry of the journal can say was done: stable codes, and all here.</summary>
public static class JournalActions
{
    public const string PostReturn = "remontee.poster";
    public const string RecountReturn = "remontee.recompter";
    public const string DepositReturn = "remontee.deposer";
    public const string ReadReturn = "remontee.lire";
    public const string ReplaceContract = "contrat.remplacer";
    public const string ReadContract = "contrat.lire";
    public const string RecountCampaign = "campagne.recompter";
    public const string ValidateReturn = "remontee.valider";
    public const string SendReturnBack = "remontee.renvoyer";
    public const string CommentLine = "remontee.commenter";
    public const string GrantException = "derogation.accorder";
    public const string CreateSubscription = "abonnement.creer";
    public const string RevokeSubscription = "abonnement.revoquer";
    public const string CreateWebhook = "webhook.creer";
    public const string RevokeWebhook = "webhook.revoquer";
    public const string TryWebhook = "webhook.essayer";
    public const string RedeliverWebhook = "webhook.relancer";
    public const string RevokeException = "derogation.revoquer";
    public const string MoveCampaign = "campagne.deplacer";
    public const string RegisterTerritory = "territoire.inscrire";
    public const string GrantAccess = "habilitation.accorder";
    public const string WithdrawAccess = "habilitation.retirer";
    public const string CreateReaderKey = "cle-de-lecture.creer";
    public const string RevokeReaderKey = "cle-de-lecture.revoquer";
    public const string ReadJournal = "journal.lire";
    public const string DeclareStoreKind = "magasin.declarer";
    public const string InstallSchema = "schema.installer";
    public const string InstallReferenceData = "referentiel.installer";
    public const string CompleteSmallestCounts = "secret.completer";
    public const string TransferStore = "magasin.transferer";
    public const string MakeLinkKey = "flux.faire-cle";
}
