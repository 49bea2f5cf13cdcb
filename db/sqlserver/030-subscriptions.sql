-- An address that a calendar or feed reader follows without signing in. The key in it is kept as a hash alone.
CREATE TABLE Subscription (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    KeyHash char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Label nvarchar(100) NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    CreatedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_Subscription PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT FK_Subscription_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);
-- Serves the foreign key and the subscriptions of a territory.
CREATE INDEX IX_Subscription_Territory ON Subscription (Territory);
-- Serves "whose key is this?".
CREATE UNIQUE INDEX IX_Subscription_KeyHash ON Subscription (KeyHash);

CREATE TABLE SubscriptionRevocation (
    Subscription char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RevokedAt datetimeoffset(3) NOT NULL,
    RevokedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_SubscriptionRevocation PRIMARY KEY CLUSTERED (Subscription),
    CONSTRAINT FK_SubscriptionRevocation_Subscription FOREIGN KEY (Subscription) REFERENCES Subscription (Id)
);
