-- The figures, from here on with what statistical secrecy withholds of them: nothing, as they stand here. An audience from
-- which something is withheld reads them with nulls in its place, and with this column saying so.

DROP VIEW ResultInForce;
GO
DROP VIEW ResultHistory;
GO
-- One row a figure in force, under the names that the feed and the exports build on.
CREATE VIEW ResultInForce AS
SELECT f.Year, f.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CAST(CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS bit) AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious,
    CAST(NULL AS varchar(16)) COLLATE Latin1_General_100_BIN2 AS Confidentiality
FROM ReturnInForce f
JOIN ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
JOIN ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN Indicator i ON i.Code = l.Indicator
JOIN TerritoryInForce t ON t.Siren = f.Territory;
GO
-- The same columns through time: a figure has a new row whenever its return or its territory changes.
CREATE VIEW ResultHistory AS
SELECT f.Year, f.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CAST(CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS bit) AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious,
    CAST(NULL AS varchar(16)) COLLATE Latin1_General_100_BIN2 AS Confidentiality,
    CASE WHEN f.FromAt > t.FromAt THEN f.FromAt ELSE t.FromAt END AS FromAt,
    CASE WHEN f.UntilAt IS NULL OR t.UntilAt < f.UntilAt THEN t.UntilAt ELSE f.UntilAt END AS UntilAt
FROM ReturnHistory f
JOIN ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
JOIN ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN Indicator i ON i.Code = l.Indicator
JOIN TerritoryHistory t ON t.Siren = f.Territory
    AND (t.UntilAt IS NULL OR t.UntilAt > f.FromAt) AND (f.UntilAt IS NULL OR f.UntilAt > t.FromAt);
GO
