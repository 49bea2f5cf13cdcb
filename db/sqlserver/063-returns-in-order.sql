-- Returns in the order of the key, each once: what is read in that order is then not sorted again, return by return.

-- Serves the views of what is in force, which find each return from its first event.
CREATE UNIQUE INDEX IX_ReturnEvent_First ON ReturnEvent (Year, Territory) WHERE Sequence = 1;
GO
DROP INDEX IX_ReturnVersion_Territory ON ReturnVersion;
GO
-- Serves the foreign key, and the views: a version found through it is known to be the only one.
CREATE UNIQUE INDEX IX_ReturnVersion_Territory ON ReturnVersion (Territory, Year, Version);
