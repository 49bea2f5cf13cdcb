-- What the feed seals its next links with, made at the first one: every instance then knows the links of the others, and
-- those from before a restart. It opens nothing: whoever holds it can only word a link that any reader could ask for. One
-- row, written once.
CREATE TABLE LinkKey (
    Id INTEGER NOT NULL,
    Secret TEXT NOT NULL,
    MadeAt TEXT NOT NULL,
    CONSTRAINT PK_LinkKey PRIMARY KEY (Id),
    CONSTRAINT CK_LinkKey_One CHECK (Id = 1)
) STRICT, WITHOUT ROWID;
