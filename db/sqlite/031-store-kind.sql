-- Whether this store holds what territories report or what their vendors try. One row, written once.
CREATE TABLE StoreKind (
    Id INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    DeclaredAt TEXT NOT NULL,
    CONSTRAINT PK_StoreKind PRIMARY KEY (Id),
    CONSTRAINT CK_StoreKind_One CHECK (Id = 1),
    CONSTRAINT CK_StoreKind_Kind CHECK (Kind IN ('reel', 'bac-a-sable'))
) STRICT, WITHOUT ROWID;
