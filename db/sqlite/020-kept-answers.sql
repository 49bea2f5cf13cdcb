-- What was answered to a write that carried a key, so that a repetition is answered the same and does nothing. Written
-- in the transaction of the write, sealed under the key, which is not here: what is stored opens nothing. Purged once no
-- client repeats.
CREATE TABLE KeptAnswer (
    Client TEXT NOT NULL,
    KeyDigest TEXT NOT NULL,
    Request TEXT NOT NULL,
    Digest TEXT NOT NULL,
    RecordedAt TEXT NOT NULL,
    Status INTEGER NOT NULL,
    ContentType TEXT NULL,
    ETag TEXT NULL,
    Location TEXT NULL,
    SealedBody TEXT NOT NULL,
    CONSTRAINT PK_KeptAnswer PRIMARY KEY (Client, KeyDigest)
) STRICT, WITHOUT ROWID;
-- Serves the purge of the oldest.
CREATE INDEX IX_KeptAnswer_RecordedAt ON KeptAnswer (RecordedAt);
