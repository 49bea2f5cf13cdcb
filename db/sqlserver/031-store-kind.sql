-- Whether this store holds what territories report or what their vendors try. One row, written once.
CREATE TABLE StoreKind (
    Id int NOT NULL,
    Kind varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DeclaredAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_StoreKind PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT CK_StoreKind_One CHECK (Id = 1),
    CONSTRAINT CK_StoreKind_Kind CHECK (Kind IN ('reel', 'bac-a-sable'))
);
