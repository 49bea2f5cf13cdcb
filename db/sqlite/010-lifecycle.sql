-- What a reviewer said on accepting a version or sending it back, and until when the owner may answer.
CREATE TABLE ReturnReview (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    Role TEXT NOT NULL,
    Comment TEXT NULL,
    CorrectableUntil TEXT NULL,
    CONSTRAINT PK_ReturnReview PRIMARY KEY (Year, Territory, Sequence),
    CONSTRAINT FK_ReturnReview_Event FOREIGN KEY (Year, Territory, Sequence) REFERENCES ReturnEvent (Year, Territory, Sequence)
) STRICT, WITHOUT ROWID;

-- A version that counts the body of another one again: from the event that brought it in, it stands in that one's place.
-- Its origin is the version that the owner posted, however often that was counted again.
CREATE TABLE ReturnRecount (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    RecountOf INTEGER NOT NULL,
    Origin INTEGER NOT NULL,
    Sequence INTEGER NOT NULL,
    DepositedAt TEXT NULL,
    CONSTRAINT PK_ReturnRecount PRIMARY KEY (Year, Territory, Version),
    CONSTRAINT FK_ReturnRecount_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_ReturnRecount_Recounted FOREIGN KEY (Year, Territory, RecountOf) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_ReturnRecount_Event FOREIGN KEY (Year, Territory, Sequence) REFERENCES ReturnEvent (Year, Territory, Sequence)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and "was this version counted again?".
CREATE INDEX IX_ReturnRecount_Recounted ON ReturnRecount (Year, Territory, RecountOf);
-- Serves "the latest version": the last recount of what the owner posted last.
CREATE INDEX IX_ReturnRecount_Origin ON ReturnRecount (Year, Territory, Origin);
-- Serves the foreign key.
CREATE INDEX IX_ReturnRecount_Event ON ReturnRecount (Year, Territory, Sequence);

-- What reviewer and owner say to each other about one figure of one version.
CREATE TABLE LineComment (
    Id TEXT NOT NULL,
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Indicator TEXT NOT NULL,
    At TEXT NOT NULL,
    Author TEXT NOT NULL,
    Role TEXT NOT NULL,
    Text TEXT NOT NULL,
    CONSTRAINT PK_LineComment PRIMARY KEY (Id),
    CONSTRAINT FK_LineComment_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_LineComment_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and the comments of a return.
CREATE INDEX IX_LineComment_Version ON LineComment (Year, Territory, Version);
-- Serves the foreign key.
CREATE INDEX IX_LineComment_Indicator ON LineComment (Indicator);

CREATE TABLE LateExceptionRevocation (
    LateException TEXT NOT NULL,
    RevokedAt TEXT NOT NULL,
    RevokedBy TEXT NOT NULL,
    Reason TEXT NOT NULL,
    CONSTRAINT PK_LateExceptionRevocation PRIMARY KEY (LateException),
    CONSTRAINT FK_LateExceptionRevocation_LateException FOREIGN KEY (LateException) REFERENCES LateException (Id)
) STRICT, WITHOUT ROWID;

-- Dates moved since the campaign was made; version 1 is the campaign as it was made.
CREATE TABLE CampaignVersion (
    Year INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    OpensAt TEXT NOT NULL,
    ClosesAt TEXT NOT NULL,
    RecordedAt TEXT NOT NULL,
    RecordedBy TEXT NOT NULL,
    Reason TEXT NOT NULL,
    CONSTRAINT PK_CampaignVersion PRIMARY KEY (Year, Version),
    CONSTRAINT FK_CampaignVersion_Campaign FOREIGN KEY (Year) REFERENCES Campaign (Year),
    CONSTRAINT CK_CampaignVersion_Dates CHECK (OpensAt < ClosesAt)
) STRICT, WITHOUT ROWID;

-- The registry since it was installed. A territory of the official registry has its version 1 in Territory itself, a
-- territory that joined later has it here.
CREATE TABLE TerritoryVersion (
    Siren TEXT NOT NULL,
    Version INTEGER NOT NULL,
    EffectiveOn TEXT NOT NULL,
    InseeCode TEXT NULL,
    Name TEXT NOT NULL,
    Nature TEXT NOT NULL,
    Department TEXT NOT NULL,
    Region TEXT NOT NULL,
    Population INTEGER NOT NULL,
    SignatorySince INTEGER NOT NULL,
    SignatoryUntil INTEGER NULL,
    MergedInto TEXT NULL,
    Container TEXT NULL,
    RecordedAt TEXT NOT NULL,
    RecordedBy TEXT NOT NULL,
    CONSTRAINT PK_TerritoryVersion PRIMARY KEY (Siren, Version),
    CONSTRAINT FK_TerritoryVersion_Territory FOREIGN KEY (Siren) REFERENCES Territory (Siren),
    CONSTRAINT FK_TerritoryVersion_MergedInto FOREIGN KEY (MergedInto) REFERENCES Territory (Siren),
    CONSTRAINT FK_TerritoryVersion_Container FOREIGN KEY (Container) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_TerritoryVersion_MergedInto ON TerritoryVersion (MergedInto);
-- Serves the foreign key.
CREATE INDEX IX_TerritoryVersion_Container ON TerritoryVersion (Container);

-- The years that a version of a contract covers; a version without a row covers the whole Pacte.
CREATE TABLE ContractPeriod (
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    FirstYear INTEGER NOT NULL,
    LastYear INTEGER NOT NULL,
    CONSTRAINT PK_ContractPeriod PRIMARY KEY (Territory, Version),
    CONSTRAINT FK_ContractPeriod_Version FOREIGN KEY (Territory, Version) REFERENCES ContractVersion (Territory, Version),
    CONSTRAINT CK_ContractPeriod_Years CHECK (FirstYear <= LastYear)
) STRICT, WITHOUT ROWID;
