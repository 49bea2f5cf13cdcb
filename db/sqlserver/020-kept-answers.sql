-- What was answered to a write that carried a key, so that a repetition is answered the same and does nothing. Written
-- in the transaction of the write, sealed under the key, which is not here: what is stored opens nothing. Purged once no
-- client repeats.
CREATE TABLE KeptAnswer (
    Client nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    KeyDigest char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Request nvarchar(400) NOT NULL,
    Digest char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    Status int NOT NULL,
    ContentType varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    ETag varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    Location nvarchar(400) NULL,
    SealedBody nvarchar(max) NOT NULL,
    CONSTRAINT PK_KeptAnswer PRIMARY KEY CLUSTERED (Client, KeyDigest)
);
-- Serves the purge of the oldest.
CREATE INDEX IX_KeptAnswer_RecordedAt ON KeptAnswer (RecordedAt);
