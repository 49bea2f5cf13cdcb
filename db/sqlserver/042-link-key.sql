-- What the feed seals its next links with, made at the first one: every instance then knows the links of the others, and
-- those from before a restart. It opens nothing: whoever holds it can only word a link that any reader could ask for. One
-- row, written once.
CREATE TABLE LinkKey (
    Id int NOT NULL,
    Secret char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    MadeAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_LinkKey PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT CK_LinkKey_One CHECK (Id = 1)
);
