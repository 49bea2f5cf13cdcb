-- For which territory or region somebody acts whom an identity provider signs in; the role comes with the token.
CREATE TABLE AccessGrant (
    Id TEXT NOT NULL,
    Issuer TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Territory TEXT NULL,
    Region TEXT NULL,
    Label TEXT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy TEXT NOT NULL,
    CONSTRAINT PK_AccessGrant PRIMARY KEY (Id),
    CONSTRAINT FK_AccessGrant_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren),
    CONSTRAINT CK_AccessGrant_Scope CHECK ((Territory IS NULL AND Region IS NOT NULL) OR (Territory IS NOT NULL AND Region IS NULL))
) STRICT, WITHOUT ROWID;
-- Serves "for whom does this caller act?", asked with every request that a token signs in.
CREATE INDEX IX_AccessGrant_Subject ON AccessGrant (Issuer, Subject);
-- Serves the foreign key.
CREATE INDEX IX_AccessGrant_Territory ON AccessGrant (Territory);

CREATE TABLE AccessGrantRevocation (
    AccessGrant TEXT NOT NULL,
    RevokedAt TEXT NOT NULL,
    RevokedBy TEXT NOT NULL,
    CONSTRAINT PK_AccessGrantRevocation PRIMARY KEY (AccessGrant),
    CONSTRAINT FK_AccessGrantRevocation_AccessGrant FOREIGN KEY (AccessGrant) REFERENCES AccessGrant (Id)
) STRICT, WITHOUT ROWID;
