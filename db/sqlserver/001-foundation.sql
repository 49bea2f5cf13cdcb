-- Dimensions: written from the product's catalogue and the official registry.
CREATE TABLE Axis (
    Code varchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Label nvarchar(200) NOT NULL,
    Position int NOT NULL,
    CONSTRAINT PK_Axis PRIMARY KEY CLUSTERED (Code)
);

CREATE TABLE Indicator (
    Code varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Axis varchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Label nvarchar(400) NOT NULL,
    Unit nvarchar(20) NOT NULL,
    Period varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Position int NOT NULL,
    CONSTRAINT PK_Indicator PRIMARY KEY CLUSTERED (Code),
    CONSTRAINT FK_Indicator_Axis FOREIGN KEY (Axis) REFERENCES Axis (Code)
);
-- Serves the foreign key and the dashboards' listing by axis.
CREATE INDEX IX_Indicator_Axis ON Indicator (Axis, Position);

CREATE TABLE Campaign (
    Year int NOT NULL,
    OpensAt datetimeoffset(3) NOT NULL,
    ClosesAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_Campaign PRIMARY KEY CLUSTERED (Year)
);

CREATE TABLE Territory (
    Siren char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InseeCode char(5) COLLATE Latin1_General_100_BIN2 NULL,
    Name nvarchar(200) NOT NULL,
    Nature varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Department varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Region varchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Population int NOT NULL,
    SignatorySince int NOT NULL,
    SignatoryUntil int NULL,
    CONSTRAINT PK_Territory PRIMARY KEY CLUSTERED (Siren)
);

-- A contained territory lies inside its container: their figures may count the same people.
CREATE TABLE TerritoryOverlap (
    Contained char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Container char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_TerritoryOverlap PRIMARY KEY CLUSTERED (Contained),
    CONSTRAINT FK_TerritoryOverlap_Contained FOREIGN KEY (Contained) REFERENCES Territory (Siren),
    CONSTRAINT FK_TerritoryOverlap_Container FOREIGN KEY (Container) REFERENCES Territory (Siren)
);
-- Serves the foreign key.
CREATE INDEX IX_TerritoryOverlap_Container ON TerritoryOverlap (Container);

CREATE TABLE LateException (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    GrantedAt datetimeoffset(3) NOT NULL,
    GrantedBy nvarchar(200) NOT NULL,
    EndsAt datetimeoffset(3) NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    CONSTRAINT PK_LateException PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT FK_LateException_Campaign FOREIGN KEY (Year) REFERENCES Campaign (Year),
    CONSTRAINT FK_LateException_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);
-- Serves "is this return open?": the exceptions of one territory in one campaign.
CREATE CLUSTERED INDEX IX_LateException_Return ON LateException (Year, Territory);
-- Serves the foreign key.
CREATE INDEX IX_LateException_Territory ON LateException (Territory);

-- Contracts: a new version for each change, never an update.
CREATE TABLE ContractVersion (
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    RecordedBy nvarchar(200) NOT NULL,
    Digest char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_ContractVersion PRIMARY KEY CLUSTERED (Territory, Version),
    CONSTRAINT FK_ContractVersion_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);

CREATE TABLE ContractAction (
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Position int NOT NULL,
    Number varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Title nvarchar(500) NOT NULL,
    CONSTRAINT PK_ContractAction PRIMARY KEY CLUSTERED (Territory, Version, Number),
    CONSTRAINT FK_ContractAction_Version FOREIGN KEY (Territory, Version) REFERENCES ContractVersion (Territory, Version)
);

CREATE TABLE ContractIndicator (
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Number varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_ContractIndicator PRIMARY KEY CLUSTERED (Territory, Version, Number, Indicator),
    CONSTRAINT FK_ContractIndicator_Action FOREIGN KEY (Territory, Version, Number) REFERENCES ContractAction (Territory, Version, Number),
    CONSTRAINT FK_ContractIndicator_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code)
);
-- Serves the foreign key and "how many territories are expected for this indicator".
CREATE INDEX IX_ContractIndicator_Indicator ON ContractIndicator (Indicator);

CREATE TABLE ContractTrajectory (
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Year int NOT NULL,
    Baseline decimal(18,2) NULL,
    Target decimal(18,2) NOT NULL,
    CONSTRAINT PK_ContractTrajectory PRIMARY KEY CLUSTERED (Territory, Version, Indicator, Year),
    CONSTRAINT FK_ContractTrajectory_Version FOREIGN KEY (Territory, Version) REFERENCES ContractVersion (Territory, Version),
    CONSTRAINT FK_ContractTrajectory_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code)
);
-- Serves the foreign key.
CREATE INDEX IX_ContractTrajectory_Indicator ON ContractTrajectory (Indicator);

-- Returns: a new version for each post, with the counted outcome beside it.
CREATE TABLE ReturnVersion (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    RecordedBy nvarchar(200) NOT NULL,
    Digest char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RuleVersion varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Fictitious bit NOT NULL,
    Body nvarchar(max) NOT NULL,
    Findings nvarchar(max) NOT NULL,
    CONSTRAINT PK_ReturnVersion PRIMARY KEY CLUSTERED (Year, Territory, Version),
    CONSTRAINT FK_ReturnVersion_Campaign FOREIGN KEY (Year) REFERENCES Campaign (Year),
    CONSTRAINT FK_ReturnVersion_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);
-- Serves the foreign key.
CREATE INDEX IX_ReturnVersion_Territory ON ReturnVersion (Territory);

-- Everything that happens to a return, numbered without gap: this key alone settles every race on it.
CREATE TABLE ReturnEvent (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sequence int NOT NULL,
    Version int NOT NULL,
    State varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetimeoffset(3) NOT NULL,
    Actor nvarchar(200) NOT NULL,
    CONSTRAINT PK_ReturnEvent PRIMARY KEY CLUSTERED (Year, Territory, Sequence),
    CONSTRAINT FK_ReturnEvent_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT CK_ReturnEvent_State CHECK (State IN ('brouillon', 'deposee', 'validee', 'renvoyee'))
);
-- Serves the foreign key and the history of one version.
CREATE INDEX IX_ReturnEvent_Version ON ReturnEvent (Year, Territory, Version);

CREATE TABLE ReturnLine (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Target decimal(18,2) NULL,
    Gross decimal(18,2) NOT NULL,
    Value decimal(18,2) NOT NULL,
    LowerBound decimal(18,2) NOT NULL,
    ComparableValue decimal(18,2) NOT NULL,
    Rate decimal(18,4) NULL,
    Estimated bit NOT NULL,
    Broken bit NOT NULL,
    Derived bit NOT NULL,
    MethodDescription nvarchar(2000) NULL,
    Comment nvarchar(4000) NULL,
    CONSTRAINT PK_ReturnLine PRIMARY KEY CLUSTERED (Year, Territory, Version, Indicator),
    CONSTRAINT FK_ReturnLine_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_ReturnLine_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code),
    CONSTRAINT CK_ReturnLine_Bounds CHECK (LowerBound >= 0 AND LowerBound <= Value)
);
-- Serves the foreign key.
CREATE INDEX IX_ReturnLine_Indicator ON ReturnLine (Indicator);

CREATE TABLE ReturnContribution (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Position int NOT NULL,
    Action varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    LocalIndicator nvarchar(64) NULL,
    Label nvarchar(500) NULL,
    Headcount decimal(18,2) NOT NULL,
    Retained decimal(18,2) NOT NULL,
    Duplicates decimal(18,2) NULL,
    CONSTRAINT PK_ReturnContribution PRIMARY KEY CLUSTERED (Year, Territory, Version, Indicator, Position),
    CONSTRAINT FK_ReturnContribution_Line FOREIGN KEY (Year, Territory, Version, Indicator) REFERENCES ReturnLine (Year, Territory, Version, Indicator)
);

CREATE TABLE ReturnExplanation (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Position int NOT NULL,
    RuleId varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Clause nvarchar(300) NOT NULL,
    Contribution int NULL,
    Effect decimal(18,2) NOT NULL,
    Text nvarchar(1000) NOT NULL,
    CONSTRAINT PK_ReturnExplanation PRIMARY KEY CLUSTERED (Year, Territory, Version, Indicator, Position),
    CONSTRAINT FK_ReturnExplanation_Line FOREIGN KEY (Year, Territory, Version, Indicator) REFERENCES ReturnLine (Year, Territory, Version, Indicator)
);
