-- For which territory or region somebody acts whom an identity provider signs in; the role comes with the token.
CREATE TABLE AccessGrant (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Issuer varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Subject nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NULL,
    Region varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    Label nvarchar(100) NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    CreatedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_AccessGrant PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT FK_AccessGrant_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren),
    CONSTRAINT CK_AccessGrant_Scope CHECK ((Territory IS NULL AND Region IS NOT NULL) OR (Territory IS NOT NULL AND Region IS NULL))
);
-- Serves "for whom does this caller act?", asked with every request that a token signs in.
CREATE INDEX IX_AccessGrant_Subject ON AccessGrant (Issuer, Subject);
-- Serves the foreign key.
CREATE INDEX IX_AccessGrant_Territory ON AccessGrant (Territory);

CREATE TABLE AccessGrantRevocation (
    AccessGrant char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RevokedAt datetimeoffset(3) NOT NULL,
    RevokedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_AccessGrantRevocation PRIMARY KEY CLUSTERED (AccessGrant),
    CONSTRAINT FK_AccessGrantRevocation_AccessGrant FOREIGN KEY (AccessGrant) REFERENCES AccessGrant (Id)
);
