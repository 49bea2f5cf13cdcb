-- The two roles of a store. Run by whoever owns the database, before the schema is there; run again, it changes nothing.
IF DATABASE_PRINCIPAL_ID('reporting_installer') IS NULL CREATE ROLE reporting_installer;
IF DATABASE_PRINCIPAL_ID('reporting_service') IS NULL CREATE ROLE reporting_service;
GO
-- The installer makes tables and views, fills the reference tables, and grants the service what it made.
GRANT CREATE TABLE, CREATE VIEW TO reporting_installer;
GRANT CONTROL ON SCHEMA::dbo TO reporting_installer;
GO
-- The service changes no object, whatever else its account is given. What it may read and add is in grants.sql.
DENY CREATE TABLE, CREATE VIEW, CREATE PROCEDURE, CREATE FUNCTION, CREATE SYNONYM, CREATE TYPE, CREATE SCHEMA,
    ALTER ANY SCHEMA, ALTER ANY DATABASE DDL TRIGGER TO reporting_service;
DENY ALTER ON SCHEMA::dbo TO reporting_service;
GO
