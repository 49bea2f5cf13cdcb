namespace Reporting.Api.Problems;

/// <summary>Every type of problem the service answers: stable, and all here.</summary>
internal sealed record ProblemType(int Status, string Code, string Title)
{
    /// <summary>The only operation that answers it, or null when many may.</summary>
    public string? Operation { get; init; }

    private const string CountRecords = "CompterParticipations";

    public static readonly ProblemType InvalidRequest = new(400, "requete-invalide", "Requête invalide");
    public static readonly ProblemType NotHttps = new(400, "https-requis", "HTTPS requis");
    public static readonly ProblemType NotJson = new(400, "json-illisible", "Le document n'est pas du JSON");
    public static readonly ProblemType WrongShape = new(400, "forme", "Le document n'a pas la forme attendue");
    public static readonly ProblemType UnreadableRecords = new(400, "enregistrements-illisibles", "Les enregistrements sont illisibles") { Operation = CountRecords };
    public static readonly ProblemType Unauthenticated = new(401, "non-authentifie", "Authentification requise");
    public static readonly ProblemType Forbidden = new(403, "role-insuffisant", "Rôle insuffisant");
    public static readonly ProblemType NotFound = new(404, "introuvable", "Introuvable");
    public static readonly ProblemType MethodNotAllowed = new(405, "methode-non-permise", "Méthode non permise");
    public static readonly ProblemType TooSlow = new(408, "envoi-trop-lent", "Envoi trop lent");
    public static readonly ProblemType Closed = new(409, "campagne-fermee", "La remontée est fermée");
    public static readonly ProblemType WrongState = new(409, "etat-incompatible", "L'état de la remontée ne le permet pas");
    public static readonly ProblemType VersionUnnamed = new(409, "version-a-nommer", "La version relue n'est pas nommée");
    public static readonly ProblemType CalendarFixed = new(409, "campagne-commencee", "Le calendrier de la campagne est arrêté");
    public static readonly ProblemType Conflict = new(409, "ecritures-concurrentes", "Écritures concurrentes");
    public static readonly ProblemType ReceiptOutdated = new(409, "recu-perime", "Le reçu ne vaut plus");
    public static readonly ProblemType LimitReached = new(409, "limite-atteinte", "Limite atteinte");
    public static readonly ProblemType PreconditionFailed = new(412, "version-depassee", "La version a changé");
    public static readonly ProblemType BodyTooLarge = new(413, "trop-volumineux", "Document trop volumineux");
    public static readonly ProblemType UnsupportedMediaType = new(415, "format-non-pris-en-charge", "Format non pris en charge");
    public static readonly ProblemType Refused = new(422, "document-refuse", "Le document est refusé par une règle");
    public static readonly ProblemType CountRefused = new(422, "decompte-refuse", "Le décompte est refusé") { Operation = CountRecords };
    public static readonly ProblemType TooManyCounts = new(429, "trop-de-decomptes", "Trop de décomptes en cours") { Operation = CountRecords };
    public static readonly ProblemType QuotaSpent = new(429, "quota-epuise", "Quota épuisé");
    public static readonly ProblemType TooManyReads = new(429, "trop-de-lectures", "Trop de lectures en cours");
    public static readonly ProblemType KeyReused = new(422, "cle-deja-employee", "Clé d'idempotence déjà employée");
    public static readonly ProblemType Fault = new(500, "erreur-interne", "Erreur interne");
    public static readonly ProblemType NotConfigured = new(501, "non-configure", "Fonction non configurée");
    public static readonly ProblemType StoreUnavailable = new(503, "magasin-indisponible", "Données momentanément indisponibles");
    public static readonly ProblemType TimedOut = new(503, "delai-depasse", "Délai dépassé");
    public static readonly ProblemType IssuerAway = new(503, "emetteur-indisponible", "Fournisseur d'identité momentanément indisponible");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidRequest, NotHttps, NotJson, WrongShape, UnreadableRecords, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, TooSlow, Closed,
        WrongState, VersionUnnamed, CalendarFixed, Conflict, ReceiptOutdated, LimitReached, PreconditionFailed, BodyTooLarge,
        UnsupportedMediaType, Refused, CountRefused, KeyReused, QuotaSpent, TooManyReads, TooManyCounts, Fault,
        NotConfigured, StoreUnavailable, TimedOut, IssuerAway,
    ];

    public string Urn => $"urn:reporting:{Code}";

    /// <summary>The type that stands for a bare status, as the framework answers it.</summary>
    public static ProblemType ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Unauthenticated,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => TooSlow,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        >= 500 => Fault,
        _ => InvalidRequest with { Status = status },
    };
}
