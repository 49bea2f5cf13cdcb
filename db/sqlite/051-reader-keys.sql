-- Keys with which dashboards read that cannot sign in. A secret is kept as its HMAC under the named key of the service's
-- configuration: what is stored opens nothing.
CREATE TABLE ReaderKey (
    Id TEXT NOT NULL,
    SecretHash TEXT NOT NULL,
    PepperName TEXT NOT NULL,
    Label TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    CONSTRAINT PK_ReaderKey PRIMARY KEY (Id)
) STRICT, WITHOUT ROWID;

-- The territories that a key is limited to; a key without any reads the nation.
CREATE TABLE ReaderKeyTerritory (
    ReaderKey TEXT NOT NULL,
    Territory TEXT NOT NULL,
    CONSTRAINT PK_ReaderKeyTerritory PRIMARY KEY (ReaderKey, Territory),
    CONSTRAINT FK_ReaderKeyTerritory_ReaderKey FOREIGN KEY (ReaderKey) REFERENCES ReaderKey (Id),
    CONSTRAINT FK_ReaderKeyTerritory_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_ReaderKeyTerritory_Territory ON ReaderKeyTerritory (Territory);

CREATE TABLE ReaderKeyRevocation (
    ReaderKey TEXT NOT NULL,
    RevokedAt TEXT NOT NULL,
    RevokedBy TEXT NOT NULL,
    CONSTRAINT PK_ReaderKeyRevocation PRIMARY KEY (ReaderKey),
    CONSTRAINT FK_ReaderKeyRevocation_ReaderKey FOREIGN KEY (ReaderKey) REFERENCES ReaderKey (Id)
) STRICT, WITHOUT ROWID;
