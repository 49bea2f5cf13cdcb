-- Every write and every sensitive read, each chained to the one before by its hash. Nothing refers to it and it refers
-- to nothing: it must outlive whatever it tells of.
CREATE TABLE JournalEntry (
    Sequence bigint NOT NULL,
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetimeoffset(3) NOT NULL,
    Actor nvarchar(200) NOT NULL,
    Role varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Client nvarchar(200) NULL,
    Action varchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Year int NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NULL,
    Version int NULL,
    RemoteAddress varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    TraceId varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    PreviousHash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Hash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_JournalEntry PRIMARY KEY CLUSTERED (Sequence)
);
-- Serves "did this act take place?" after a commit whose outcome is unknown, and lets no act take place twice.
CREATE UNIQUE INDEX IX_JournalEntry_Id ON JournalEntry (Id);
-- Serves the journal of one territory, newest first.
CREATE INDEX IX_JournalEntry_Territory ON JournalEntry (Territory, Sequence);
