-- Keys with which dashboards read that cannot sign in. A secret is kept as its HMAC under the named key of the service's
-- configuration: what is stored opens nothing.
CREATE TABLE ReaderKey (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SecretHash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PepperName varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Label nvarchar(100) NOT NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    CreatedBy nvarchar(200) NOT NULL,
    ExpiresAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_ReaderKey PRIMARY KEY CLUSTERED (Id)
);

-- The territories that a key is limited to; a key without any reads the nation.
CREATE TABLE ReaderKeyTerritory (
    ReaderKey char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_ReaderKeyTerritory PRIMARY KEY CLUSTERED (ReaderKey, Territory),
    CONSTRAINT FK_ReaderKeyTerritory_ReaderKey FOREIGN KEY (ReaderKey) REFERENCES ReaderKey (Id),
    CONSTRAINT FK_ReaderKeyTerritory_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);
-- Serves the foreign key.
CREATE INDEX IX_ReaderKeyTerritory_Territory ON ReaderKeyTerritory (Territory);

CREATE TABLE ReaderKeyRevocation (
    ReaderKey char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RevokedAt datetimeoffset(3) NOT NULL,
    RevokedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_ReaderKeyRevocation PRIMARY KEY CLUSTERED (ReaderKey),
    CONSTRAINT FK_ReaderKeyRevocation_ReaderKey FOREIGN KEY (ReaderKey) REFERENCES ReaderKey (Id)
);
