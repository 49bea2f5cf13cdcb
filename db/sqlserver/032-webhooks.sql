-- Where a territory's own system wants to be told of what happens to its returns. The secret that signs is derived from
-- the named key and the id: it is not stored.
CREATE TABLE Webhook (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Url nvarchar(2000) NOT NULL,
    KeyName varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Label nvarchar(100) NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    CreatedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_Webhook PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT FK_Webhook_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);
-- Serves the foreign key and the webhooks of a territory.
CREATE INDEX IX_Webhook_Territory ON Webhook (Territory);

CREATE TABLE WebhookRevocation (
    Webhook char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RevokedAt datetimeoffset(3) NOT NULL,
    RevokedBy nvarchar(200) NOT NULL,
    CONSTRAINT PK_WebhookRevocation PRIMARY KEY CLUSTERED (Webhook),
    CONSTRAINT FK_WebhookRevocation_Webhook FOREIGN KEY (Webhook) REFERENCES Webhook (Id)
);

-- What there is to tell, written in the transaction of the event that it tells of.
CREATE TABLE WebhookMessage (
    Id char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Territory char(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Year int NULL,
    Version int NULL,
    Sequence int NOT NULL,
    Kind varchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_WebhookMessage PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT FK_WebhookMessage_Territory FOREIGN KEY (Territory) REFERENCES Territory (Siren)
);
-- Serves the foreign key and "is an earlier message of the same return still to be delivered?".
CREATE INDEX IX_WebhookMessage_Return ON WebhookMessage (Territory, Year, At);

-- What became of each message for each webhook, step by step. The last step is where it stands: due again at DueAt, or
-- never when that is null. The key lets one instance take each step.
CREATE TABLE WebhookStep (
    Webhook char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Message char(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number int NOT NULL,
    Kind varchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetimeoffset(3) NOT NULL,
    DueAt datetimeoffset(3) NULL,
    Attempt int NOT NULL,
    Status int NULL,
    CONSTRAINT PK_WebhookStep PRIMARY KEY CLUSTERED (Webhook, Message, Number),
    CONSTRAINT FK_WebhookStep_Webhook FOREIGN KEY (Webhook) REFERENCES Webhook (Id),
    CONSTRAINT FK_WebhookStep_Message FOREIGN KEY (Message) REFERENCES WebhookMessage (Id),
    CONSTRAINT CK_WebhookStep_Kind CHECK (Kind IN ('en-file', 'prise', 'echec', 'livree', 'abandonnee', 'relance'))
);
-- Serves the foreign key.
CREATE INDEX IX_WebhookStep_Message ON WebhookStep (Message);
-- Serves "what is due now?".
CREATE INDEX IX_WebhookStep_Due ON WebhookStep (DueAt);
