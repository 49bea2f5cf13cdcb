-- An address that a calendar or feed reader follows without signing in. The key in it is kept as a hash alone.
CREATE TABLE Subscription (
    Id TEXT NOT NULL,
    Territory TEXT NOT NULL,
    KeyHash TEXT NOT NULL,
    Label TEXT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy TEXT NOT NULL,
    CONSTRAINT PK_Subscription PRIMARY KEY (Id),
    CONSTRAINT FK_Subscription_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and the subscriptions of a territory.
CREATE INDEX IX_Subscription_Territory ON Subscription (Territory);
-- Serves "whose key is this?".
CREATE UNIQUE INDEX IX_Subscription_KeyHash ON Subscription (KeyHash);

CREATE TABLE SubscriptionRevocation (
    Subscription TEXT NOT NULL,
    RevokedAt TEXT NOT NULL,
    RevokedBy TEXT NOT NULL,
    CONSTRAINT PK_SubscriptionRevocation PRIMARY KEY (Subscription),
    CONSTRAINT FK_SubscriptionRevocation_Subscription FOREIGN KEY (Subscription) REFERENCES Subscription (Id)
) STRICT, WITHOUT ROWID;
