-- The smallest count of people that each part of a counted line gives away, null where it gives away none: what decides
-- whether an audience may read it. Written with the line; a line without a row is read by no audience with a threshold.
CREATE TABLE SmallestCount (
    Year int NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Version int NOT NULL,
    Indicator varchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InValue decimal(18,2) NULL,
    InLowerBound decimal(18,2) NULL,
    InComparableValue decimal(18,2) NULL,
    InDetail decimal(18,2) NULL,
    CONSTRAINT PK_SmallestCount PRIMARY KEY CLUSTERED (Year, Territory, Version, Indicator),
    CONSTRAINT FK_SmallestCount_Line FOREIGN KEY (Year, Territory, Version, Indicator) REFERENCES ReturnLine (Year, Territory, Version, Indicator)
);
