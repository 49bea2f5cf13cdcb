-- Where a territory's own system wants to be told of what happens to its returns. The secret that signs is derived from
-- the named key and the id: it is not stored.
CREATE TABLE Webhook (
    Id TEXT NOT NULL,
    Territory TEXT NOT NULL,
    Url TEXT NOT NULL,
    KeyName TEXT NOT NULL,
    Label TEXT NULL,
    CreatedAt TEXT NOT NULL,
    CreatedBy TEXT NOT NULL,
    CONSTRAINT PK_Webhook PRIMARY KEY (Id),
    CONSTRAINT FK_Webhook_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and the webhooks of a territory.
CREATE INDEX IX_Webhook_Territory ON Webhook (Territory);

CREATE TABLE WebhookRevocation (
    Webhook TEXT NOT NULL,
    RevokedAt TEXT NOT NULL,
    RevokedBy TEXT NOT NULL,
    CONSTRAINT PK_WebhookRevocation PRIMARY KEY (Webhook),
    CONSTRAINT FK_WebhookRevocation_Webhook FOREIGN KEY (Webhook) REFERENCES Webhook (Id)
) STRICT, WITHOUT ROWID;

-- What there is to tell, written in the transaction of the event that it tells of.
CREATE TABLE WebhookMessage (
    Id TEXT NOT NULL,
    Territory TEXT NOT NULL,
    Year INTEGER NULL,
    Version INTEGER NULL,
    Sequence INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    At TEXT NOT NULL,
    CONSTRAINT PK_WebhookMessage PRIMARY KEY (Id),
    CONSTRAINT FK_WebhookMessage_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
) STRICT, WITHOUT ROWID;
-- Serves the foreign key and "is an earlier message of the same return still to be delivered?".
CREATE INDEX IX_WebhookMessage_Return ON WebhookMessage (Territory, Year, At);

-- What became of each message for each webhook, step by step. The last step is where it stands: due again at DueAt, or
-- never when that is null. The key lets one instance take each step.
CREATE TABLE WebhookStep (
    Webhook TEXT NOT NULL,
    Message TEXT NOT NULL,
    Number INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    At TEXT NOT NULL,
    DueAt TEXT NULL,
    Attempt INTEGER NOT NULL,
    Status INTEGER NULL,
    CONSTRAINT PK_WebhookStep PRIMARY KEY (Webhook, Message, Number),
    CONSTRAINT FK_WebhookStep_Webhook FOREIGN KEY (Webhook) REFERENCES Webhook (Id),
    CONSTRAINT FK_WebhookStep_Message FOREIGN KEY (Message) REFERENCES WebhookMessage (Id),
    CONSTRAINT CK_WebhookStep_Kind CHECK (Kind IN ('en-file', 'prise', 'echec', 'livree', 'abandonnee', 'relance'))
) STRICT, WITHOUT ROWID;
-- Serves the foreign key.
CREATE INDEX IX_WebhookStep_Message ON WebhookStep (Message);
-- Serves "what is due now?".
CREATE INDEX IX_WebhookStep_Due ON WebhookStep (DueAt);
