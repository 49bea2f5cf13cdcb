-- What a reviewer said on accepting a version or sending it back, and until when the owner may answer.
CREATE TABLE ReturnReview (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sequence int NOT NULL,
    Role varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Comment nvarchar(4000) NULL,
    CorrectableUntil datetimeoffset(3) NULL,
    CONSTRAINT PK_ReturnReview PRIMARY KEY CLUSTERED (Year, Territory, Sequence),
    CONSTRAINT FK_ReturnReview_Event FOREIGN KEY (Year, Territory, Sequence) REFERENCES ReturnEvent (Year, Territory, Sequence)
);

-- A version that counts the body of another one again: from the event that brought it in, it stands in that one's place.
-- Its origin is the version that the owner posted, however often that was counted again.
CREATE TABLE ReturnRecount (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    RecountOf int NOT NULL,
    Origin int NOT NULL,
    Sequence int NOT NULL,
    DepositedAt datetimeoffset(3) NULL,
    CONSTRAINT PK_ReturnRecount PRIMARY KEY CLUSTERED (Year, Territory, Version),
    CONSTRAINT FK_ReturnRecount_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_ReturnRecount_Recounted FOREIGN KEY (Year, Territory, RecountOf) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_ReturnRecount_Event FOREIGN KEY (Year, Territory, Sequence) REFERENCES ReturnEvent (Year, Territory, Sequence)
);
-- Serves the foreign key and "was this version counted again?".
CREATE INDEX IX_ReturnRecount_Recounted ON ReturnRecount (Year, Territory, RecountOf);
-- Serves "the latest version": the last recount of what the owner posted last.
CREATE INDEX IX_ReturnRecount_Origin ON ReturnRecount (Year, Territory, Origin);
-- Serves the foreign key.
CREATE INDEX IX_ReturnRecount_Event ON ReturnRecount (Year, Territory, Sequence);

-- What reviewer and owner say to each other about one figure of one version.
CREATE TABLE LineComment (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetimeoffset(3) NOT NULL,
    Author nvarchar(200) NOT NULL,
    Role varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Text nvarchar(4000) NOT NULL,
    CONSTRAINT PK_LineComment PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT FK_LineComment_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_LineComment_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code)
);
-- Serves the foreign key and the comments of a return.
CREATE CLUSTERED INDEX IX_LineComment_Version ON LineComment (Year, Territory, Version);
-- Serves the foreign key.
CREATE INDEX IX_LineComment_Indicator ON LineComment (Indicator);

CREATE TABLE LateExceptionRevocation (
    LateException char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RevokedAt datetimeoffset(3) NOT NULL,
    RevokedBy nvarchar(200) NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    CONSTRAINT PK_LateExceptionRevocation PRIMARY KEY CLUSTERED (LateException),
    CONSTRAINT FK_LateExceptionRevocation_LateException FOREIGN KEY (LateException) REFERENCES LateException (Id)
);

-- Dates moved since the campaign was made; version 1 is the campaign as it was made.
CREATE TABLE CampaignVersion (
    Year int NOT NULL,
    Version int NOT NULL,
    OpensAt datetimeoffset(3) NOT NULL,
    ClosesAt datetimeoffset(3) NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    RecordedBy nvarchar(200) NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    CONSTRAINT PK_CampaignVersion PRIMARY KEY CLUSTERED (Year, Version),
    CONSTRAINT FK_CampaignVersion_Campaign FOREIGN KEY (Year) REFERENCES Campaign (Year),
    CONSTRAINT CK_CampaignVersion_Dates CHECK (OpensAt < ClosesAt)
);

-- The registry since it was installed. A territory of the official registry has its version 1 in Territory itself, a
-- territory that joined later has it here.
CREATE TABLE TerritoryVersion (
    Siren char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    EffectiveOn char(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InseeCode char(5) COLLATE Latin1_General_100_BIN2 NULL,
    Name nvarchar(200) NOT NULL,
    Nature varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Department varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Region varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Population int NOT NULL,
    SignatorySince int NOT NULL,
    SignatoryUntil int NULL,
    MergedInto char(9) COLLATE Latin1_General_100_BIN2 NULL,
    Container char(9) COLLATE Latin1_General_100_BIN2 NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    RecordedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_TerritoryVersion PRIMARY KEY CLUSTERED (Siren, Version),
    CONSTRAINT FK_TerritoryVersion_Territory FOREIGN KEY (Siren) REFERENCES Territory (Siren),
    CONSTRAINT FK_TerritoryVersion_MergedInto FOREIGN KEY (MergedInto) REFERENCES Territory (Siren),
    CONSTRAINT FK_TerritoryVersion_Container FOREIGN KEY (Container) REFERENCES Territory (Siren)
);
-- Serves the foreign key.
CREATE INDEX IX_TerritoryVersion_MergedInto ON TerritoryVersion (MergedInto);
-- Serves the foreign key.
CREATE INDEX IX_TerritoryVersion_Container ON TerritoryVersion (Container);

-- The years that a version of a contract covers; a version without a row covers the whole Pacte.
CREATE TABLE ContractPeriod (
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    FirstYear int NOT NULL,
    LastYear int NOT NULL,
    CONSTRAINT PK_ContractPeriod PRIMARY KEY CLUSTERED (Territory, Version),
    CONSTRAINT FK_ContractPeriod_Version FOREIGN KEY (Territory, Version) REFERENCES ContractVersion (Territory, Version),
    CONSTRAINT CK_ContractPeriod_Years CHECK (FirstYear <= LastYear)
);
