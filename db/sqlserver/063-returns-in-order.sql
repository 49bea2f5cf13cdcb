-- Returns in the order of the key, each once.

-- Serves the views of what is in force, which find each return from its first event.
CREATE UNIQUE INDEX IX_ReturnEvent_First ON ReturnEvent (Year, Territory) WHERE Sequence = 1;
