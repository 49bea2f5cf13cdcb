-- What is in force, found return by return from its first event: the histories, which the same things used to be read
-- from, look at every event and at every span of every territory. Whoever sorts by the key follows the returns in order,
-- and sorts the lines of one at a time.

DROP VIEW ResultInForce;
GO
DROP VIEW ReturnInForce;
GO
DROP VIEW TerritoryInForce;
GO
-- What was last recorded of each territory, in the registry as it was installed or since.
CREATE VIEW TerritoryInForce AS
SELECT t.Siren,
    CASE WHEN v.Version IS NULL THEN t.InseeCode ELSE v.InseeCode END AS InseeCode,
    COALESCE(v.Name, t.Name) AS Name,
    COALESCE(v.Nature, t.Nature) AS Nature,
    COALESCE(v.Department, t.Department) AS Department,
    COALESCE(v.Region, t.Region) AS Region,
    COALESCE(v.Population, t.Population) AS Population,
    COALESCE(v.SignatorySince, t.SignatorySince) AS SignatorySince,
    CASE WHEN v.Version IS NULL THEN t.SignatoryUntil ELSE v.SignatoryUntil END AS SignatoryUntil,
    v.MergedInto,
    CASE WHEN v.Version IS NULL THEN o.Container ELSE v.Container END AS Container
FROM Territory t
LEFT JOIN TerritoryVersion v ON v.Siren = t.Siren
    AND v.Version = (SELECT MAX(l.Version) FROM TerritoryVersion l WHERE l.Siren = t.Siren)
LEFT JOIN TerritoryOverlap o ON o.Contained = t.Siren;
GO
-- What ReturnHistory says of each return after its last event.
CREATE VIEW ReturnInForce AS
SELECT e.Year, e.Territory, v.Version, COALESCE(r.DepositedAt, d.At) AS DepositedAt, v.State
FROM ReturnEvent e
JOIN ReturnEvent v ON v.Year = e.Year AND v.Territory = e.Territory AND v.Sequence = COALESCE(
    (SELECT MAX(a.Sequence) FROM ReturnEvent a
     WHERE a.Year = e.Year AND a.Territory = e.Territory AND a.State = 'validee'
       AND NOT EXISTS (SELECT 1 FROM ReturnEvent u
                       WHERE u.Year = a.Year AND u.Territory = a.Territory AND u.Version = a.Version
                         AND u.Sequence > a.Sequence)
       AND NOT EXISTS (SELECT 1 FROM ReturnRecount c
                       WHERE c.Year = a.Year AND c.Territory = a.Territory AND c.RecountOf = a.Version)),
    (SELECT MAX(b.Sequence) FROM ReturnEvent b
     WHERE b.Year = e.Year AND b.Territory = e.Territory AND b.State = 'deposee'
       AND NOT EXISTS (SELECT 1 FROM ReturnEvent u
                       WHERE u.Year = b.Year AND u.Territory = b.Territory AND (u.State = 'deposee' OR u.Version = b.Version)
                         AND u.Sequence > b.Sequence)))
LEFT JOIN ReturnRecount r ON r.Year = v.Year AND r.Territory = v.Territory AND r.Version = v.Version
LEFT JOIN ReturnEvent d ON d.Year = v.Year AND d.Territory = v.Territory AND d.Sequence =
    (SELECT MAX(x.Sequence) FROM ReturnEvent x
     WHERE x.Year = v.Year AND x.Territory = v.Territory AND x.Version = v.Version AND x.State = 'deposee'
       AND x.At = (SELECT MAX(y.At) FROM ReturnEvent y
                   WHERE y.Year = v.Year AND y.Territory = v.Territory AND y.Version = v.Version AND y.State = 'deposee'))
WHERE e.Sequence = 1;
GO
-- One row a figure in force, under the names that the feed and the exports build on: first the few versions in force with
-- what is the same for all of their lines, then the lines.
CREATE VIEW ResultInForce AS
SELECT f.Year, f.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CAST(CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS bit) AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious,
    CAST(NULL AS varchar(16)) COLLATE Latin1_General_100_BIN2 AS Confidentiality
FROM ReturnInForce f
JOIN TerritoryInForce t ON t.Siren = f.Territory
JOIN ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
JOIN ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN Indicator i ON i.Code = l.Indicator;
GO
