-- Every write and every sensitive read, each chained to the one before by its hash. Nothing refers to it and it refers
-- to nothing: it must outlive whatever it tells of.
CREATE TABLE JournalEntry (
    Sequence INTEGER NOT NULL,
    Id TEXT NOT NULL,
    At TEXT NOT NULL,
    Actor TEXT NOT NULL,
    Role TEXT NOT NULL,
    Client TEXT NULL,
    Action TEXT NOT NULL,
    Year INTEGER NULL,
    Territory TEXT NULL,
    Version INTEGER NULL,
    RemoteAddress TEXT NULL,
    TraceId TEXT NULL,
    PreviousHash TEXT NOT NULL,
    Hash TEXT NOT NULL,
    CONSTRAINT PK_JournalEntry PRIMARY KEY (Sequence)
) STRICT, WITHOUT ROWID;
-- Serves "did this act take place?" after a commit whose outcome is unknown, and lets no act take place twice.
CREATE UNIQUE INDEX IX_JournalEntry_Id ON JournalEntry (Id);
-- Serves the journal of one territory, newest first.
CREATE INDEX IX_JournalEntry_Territory ON JournalEntry (Territory, Sequence);
