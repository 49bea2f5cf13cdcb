-- What was answered to a write that carried a key, so that a repetition is answered the same and does nothing. Written
-- in the transaction of the write. It holds nothing that the versions do not, and is purged once no client repeats.
CREATE TABLE KeptAnswer (
    Client nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RequestKey varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Request nvarchar(400) NOT NULL,
    Digest char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    Status int NOT NULL,
    ContentType varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    ETag varchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    Location nvarchar(400) NULL,
    Body nvarchar(max) NOT NULL,
    CONSTRAINT PK_KeptAnswer PRIMARY KEY CLUSTERED (Client, RequestKey)
);
-- Serves the purge of the oldest.
CREATE INDEX IX_KeptAnswer_RecordedAt ON KeptAnswer (RecordedAt);
