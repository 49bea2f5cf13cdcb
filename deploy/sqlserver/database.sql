-- Run by the server's administrator with sqlcmd, which takes $(…) from the environment: makes the database and the two
-- accounts, or gives the accounts their present passwords. Run again, it changes nothing else.
:on error exit
IF DB_ID('Reporting') IS NULL CREATE DATABASE Reporting;
GO
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = 'Reporting' AND is_read_committed_snapshot_on = 0)
ALTER DATABASE Reporting SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT;
ALTER DATABASE Reporting SET ALLOW_SNAPSHOT_ISOLATION ON;
GO
IF SUSER_ID('reporting-installer') IS NULL CREATE LOGIN [reporting-installer] WITH PASSWORD = '$(REPORTING_INSTALLER_PASSWORD)';
ELSE ALTER LOGIN [reporting-installer] WITH PASSWORD = '$(REPORTING_INSTALLER_PASSWORD)';
IF SUSER_ID('reporting-service') IS NULL CREATE LOGIN [reporting-service] WITH PASSWORD = '$(REPORTING_SERVICE_PASSWORD)';
ELSE ALTER LOGIN [reporting-service] WITH PASSWORD = '$(REPORTING_SERVICE_PASSWORD)';
GO
USE Reporting;
GO
:r /access/roles.sql
IF DATABASE_PRINCIPAL_ID('reporting-installer') IS NULL CREATE USER [reporting-installer] FOR LOGIN [reporting-installer];
IF DATABASE_PRINCIPAL_ID('reporting-service') IS NULL CREATE USER [reporting-service] FOR LOGIN [reporting-service];
ALTER ROLE reporting_installer ADD MEMBER [reporting-installer];
ALTER ROLE reporting_service ADD MEMBER [reporting-service];
GO
