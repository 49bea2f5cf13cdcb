-- The smallest count of people that each part of a counted line gives away, null where it gives away none: what decides
-- whether an audience may read it. Written with the line; a line without a row is read by no audience with a threshold.
CREATE TABLE SmallestCount (
    Year INTEGER NOT NULL,
    Territory TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Indicator TEXT NOT NULL,
    InValue REAL NULL,
    InLowerBound REAL NULL,
    InComparableValue REAL NULL,
    InDetail REAL NULL,
    CONSTRAINT PK_SmallestCount PRIMARY KEY (Year, Territory, Version, Indicator),
    CONSTRAINT FK_SmallestCount_Line FOREIGN KEY (Year, Territory, Version, Indicator) REFERENCES ReturnLine (Year, Territory, Version, Indicator)
) STRICT, WITHOUT ROWID;
