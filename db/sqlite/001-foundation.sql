-- Dimensions: written from the product's catalogue and the official registry.
CREATE TABLE Axis (
    Code TEXT NOT NULL,
    Label TEXT NOT NULL,
    Position INTEGER NOT NULL,
    CONSTRAINT PK_Axis PRIMARY KEY (Code)
) STRICT, WITHOUT ROWID;

CREATE TABLE Indicator (
    Code TEXT NOT NULL,
    Axis TEXT NOT NULL,
    Label TEXT NOT NULL,
    Unit TEXT NOT NULL,
    Period TEXT NOT NULL,
    Position INTEGER NOT NULL,
    CONSTRAINT PK_Indicator PRIMARY KEY (Code),
    CONSTRAINT FK_Indicator_Axis FOREIGN KEY (Axis) REFERENCES Axis (Code)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and the dashboards' listing by axis.
CREATE INDEX IX_Indicator_Axis ON Indicator (Axis, Position);

CREATE TABLE Campaign (
    Year INTEGER NOT NULL,
    OpensAt TEXT NOT NULL,
    ClosesAt TEXT NOT NULL,
    CONSTRAINT PK_Campaign PRIMARY KEY (Year)
) STRICT, WITHOUT ROWID;

CREATE TABLE Territory (
    Siren TEXT NOT NULL,
    InseeCode TEXT NULL,
    Name TEXT NOT NULL,
    Nature TEXT NOT NULL,
    Department TEXT NOT NULL,
    Region TEXT NOT NULL,
    Population INTEGER NOT NULL,
    SignatorySince INTEGER NOT NULL,
    SignatoryUntil INTEGER NULL,
    CONSTRAINT PK_Territory PRIMARY KEY (Siren)
) STRICT, WITHOUT ROWID;

-- A contained territory lies inside its container: their figures may count the same people.
CREATE TABLE TerritoryOverlap (
    Contained TEXT NOT NULL,
    Container TEXT NOT NULL,
    CONSTRAINT PK_TerritoryOverlap PRIMARY KEY (Contained),
    CONSTRAINT FK_TerritoryOverlap_Contained FOREIGN KEY (Contained) REFERENCES Territory (Siren),
    CONSTRAINT FK_TerritoryOverlap_Container FOREIGN KEY (Container) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_TerritoryOverlap_Container ON TerritoryOverlap (Container);

CREATE TABLE LateException (
    Id TEXT NOT NULL,
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    GrantedAt TEXT NOT NULL,
    GrantedBy TEXT NOT NULL,
    EndsAt TEXT NOT NULL,
    Reason TEXT NOT NULL,
    CONSTRAINT PK_LateException PRIMARY KEY (Id),
    CONSTRAINT FK_LateException_Campaign FOREIGN KEY (Year) REFERENCES Campaign (Year),
    CONSTRAINT FK_LateException_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves "is this return open?": the exceptions of one territory in one campaign.
CREATE INDEX IX_LateException_Return ON LateException (Year, Territory);
-- Serves the foreign key.
CREATE INDEX IX_LateException_Territory ON LateException (Territory);

-- Contracts: a new version for each change, never an update.
CREATE TABLE ContractVersion (
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    RecordedAt TEXT NOT NULL,
    RecordedBy TEXT NOT NULL,
    Digest TEXT NOT NULL,
    CONSTRAINT PK_ContractVersion PRIMARY KEY (Territory, Version),
    CONSTRAINT FK_ContractVersion_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;

CREATE TABLE ContractAction (
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Position INTEGER NOT NULL,
    Number TEXT NOT NULL,
    Title TEXT NOT NULL,
    CONSTRAINT PK_ContractAction PRIMARY KEY (Territory, Version, Number),
    CONSTRAINT FK_ContractAction_Version FOREIGN KEY (Territory, Version) REFERENCES ContractVersion (Territory, Version)
) STRICT, WITHOUT ROWID;

CREATE TABLE ContractIndicator (
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Number TEXT NOT NULL,
    Indicator TEXT NOT NULL,
    CONSTRAINT PK_ContractIndicator PRIMARY KEY (Territory, Version, Number, Indicator),
    CONSTRAINT FK_ContractIndicator_Action FOREIGN KEY (Territory, Version, Number) REFERENCES ContractAction (Territory, Version, Number),
    CONSTRAINT FK_ContractIndicator_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and "how many territories are expected for this indicator".
CREATE INDEX IX_ContractIndicator_Indicator ON ContractIndicator (Indicator);

CREATE TABLE ContractTrajectory (
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Indicator TEXT NOT NULL,
    Year INTEGER NOT NULL,
    Baseline REAL NULL,
    Target REAL NOT NULL,
    CONSTRAINT PK_ContractTrajectory PRIMARY KEY (Territory, Version, Indicator, Year),
    CONSTRAINT FK_ContractTrajectory_Version FOREIGN KEY (Territory, Version) REFERENCES ContractVersion (Territory, Version),
    CONSTRAINT FK_ContractTrajectory_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_ContractTrajectory_Indicator ON ContractTrajectory (Indicator);

-- Returns: a new version for each post, with the counted outcome beside it.
CREATE TABLE ReturnVersion (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    RecordedAt TEXT NOT NULL,
    RecordedBy TEXT NOT NULL,
    Digest TEXT NOT NULL,
    RuleVersion TEXT NOT NULL,
    Fictitious INTEGER NOT NULL,
    Body TEXT NOT NULL,
    Findings TEXT NOT NULL,
    CONSTRAINT PK_ReturnVersion PRIMARY KEY (Year, Territory, Version),
    CONSTRAINT FK_ReturnVersion_Campaign FOREIGN KEY (Year) REFERENCES Campaign (Year),
    CONSTRAINT FK_ReturnVersion_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_ReturnVersion_Territory ON ReturnVersion (Territory);

-- Everything that happens to a return, numbered without gap: this key alone settles every race on it.
CREATE TABLE ReturnEvent (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    State TEXT NOT NULL,
    At TEXT NOT NULL,
    Actor TEXT NOT NULL,
    CONSTRAINT PK_ReturnEvent PRIMARY KEY (Year, Territory, Sequence),
    CONSTRAINT FK_ReturnEvent_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT CK_ReturnEvent_State CHECK (State IN ('brouillon', 'deposee', 'validee', 'renvoyee'))
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and the history of one version.
CREATE INDEX IX_ReturnEvent_Version ON ReturnEvent (Year, Territory, Version);

CREATE TABLE ReturnLine (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Indicator TEXT NOT NULL,
    Target REAL NULL,
    Gross REAL NOT NULL,
    Value REAL NOT NULL,
    LowerBound REAL NOT NULL,
    ComparableValue REAL NOT NULL,
    Rate REAL NULL,
    Estimated INTEGER NOT NULL,
    Broken INTEGER NOT NULL,
    Derived INTEGER NOT NULL,
    MethodDescription TEXT NULL,
    Comment TEXT NULL,
    CONSTRAINT PK_ReturnLine PRIMARY KEY (Year, Territory, Version, Indicator),
    CONSTRAINT FK_ReturnLine_Version FOREIGN KEY (Year, Territory, Version) REFERENCES ReturnVersion (Year, Territory, Version),
    CONSTRAINT FK_ReturnLine_Indicator FOREIGN KEY (Indicator) REFERENCES Indicator (Code),
    CONSTRAINT CK_ReturnLine_Bounds CHECK (LowerBound >= 0 AND LowerBound <= Value)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_ReturnLine_Indicator ON ReturnLine (Indicator);

CREATE TABLE ReturnContribution (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Indicator TEXT NOT NULL,
    Position INTEGER NOT NULL,
    Action TEXT NOT NULL,
    LocalIndicator TEXT NULL,
    Label TEXT NULL,
    Headcount REAL NOT NULL,
    Retained REAL NOT NULL,
    Duplicates REAL NULL,
    CONSTRAINT PK_ReturnContribution PRIMARY KEY (Year, Territory, Version, Indicator, Position),
    CONSTRAINT FK_ReturnContribution_Line FOREIGN KEY (Year, Territory, Version, Indicator) REFERENCES ReturnLine (Year, Territory, Version, Indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE ReturnExplanation (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Indicator TEXT NOT NULL,
    Position INTEGER NOT NULL,
    RuleId TEXT NOT NULL,
    Clause TEXT NOT NULL,
    Contribution INTEGER NULL,
    Effect REAL NOT NULL,
    Text TEXT NOT NULL,
    CONSTRAINT PK_ReturnExplanation PRIMARY KEY (Year, Territory, Version, Indicator, Position),
    CONSTRAINT FK_ReturnExplanation_Line FOREIGN KEY (Year, Territory, Version, Indicator) REFERENCES ReturnLine (Year, Territory, Version, Indicator)
) STRICT, WITHOUT ROWID;
