-- What stood when: one row for each span of time during which one thing held, from FromAt to before UntilAt, which is
-- null while it still does. Whatever is read as it stands, or as it stood at an instant, is read from here.

DROP VIEW ResultInForce;
DROP VIEW ReturnInForce;
DROP VIEW ContractInForce;
-- The version of each return that counted after each of its events: the last one validated, unless that was undone or
-- a recount stands in its place; otherwise the last one deposited, unless it was sent back.
CREATE VIEW ReturnHistory AS
SELECT e.Year, e.Territory, v.Version, v.State,
    COALESCE(r.DepositedAt,
        (SELECT MAX(d.At) FROM ReturnEvent d
         WHERE d.Year = v.Year AND d.Territory = v.Territory AND d.Version = v.Version AND d.State = 'deposee')) AS DepositedAt,
    e.Sequence, e.At AS FromAt,
    (SELECT n.At FROM ReturnEvent n
     WHERE n.Year = e.Year AND n.Territory = e.Territory AND n.Sequence = e.Sequence + 1) AS UntilAt
FROM ReturnEvent e
JOIN ReturnEvent v ON v.Year = e.Year AND v.Territory = e.Territory AND v.Sequence = COALESCE(
    (SELECT MAX(a.Sequence) FROM ReturnEvent a
     WHERE a.Year = e.Year AND a.Territory = e.Territory AND a.Sequence <= e.Sequence AND a.State = 'validee'
       AND NOT EXISTS (SELECT 1 FROM ReturnEvent u
                       WHERE u.Year = a.Year AND u.Territory = a.Territory AND u.Version = a.Version
                         AND u.Sequence > a.Sequence AND u.Sequence <= e.Sequence)
       AND NOT EXISTS (SELECT 1 FROM ReturnRecount c
                       WHERE c.Year = a.Year AND c.Territory = a.Territory AND c.RecountOf = a.Version
                         AND c.Sequence <= e.Sequence)),
    (SELECT b.Sequence FROM ReturnEvent b
     WHERE b.Year = e.Year AND b.Territory = e.Territory AND b.Sequence <= e.Sequence AND b.State = 'deposee'
       AND NOT EXISTS (SELECT 1 FROM ReturnEvent u
                       WHERE u.Year = b.Year AND u.Territory = b.Territory AND (u.State = 'deposee' OR u.Version = b.Version)
                         AND u.Sequence > b.Sequence AND u.Sequence <= e.Sequence)))
LEFT JOIN ReturnRecount r ON r.Year = v.Year AND r.Territory = v.Territory AND r.Version = v.Version;
CREATE VIEW ReturnInForce AS
SELECT h.Year, h.Territory, h.Version, h.DepositedAt, h.State
FROM ReturnHistory h
WHERE h.UntilAt IS NULL;
CREATE VIEW ContractHistory AS
SELECT v.Territory, v.Version, COALESCE(p.FirstYear, 2024) AS FirstYear, COALESCE(p.LastYear, 2027) AS LastYear,
    v.RecordedAt AS FromAt, n.RecordedAt AS UntilAt
FROM ContractVersion v
LEFT JOIN ContractVersion n ON n.Territory = v.Territory AND n.Version = v.Version + 1
LEFT JOIN ContractPeriod p ON p.Territory = v.Territory AND p.Version = v.Version;
-- The contract of each territory as it stands.
CREATE VIEW ContractInForce AS
SELECT h.Territory, h.Version, h.FirstYear, h.LastYear
FROM ContractHistory h
WHERE h.UntilAt IS NULL;
CREATE VIEW CampaignHistory AS
SELECT c.Year, 1 AS Version, c.OpensAt, c.ClosesAt, '0001-01-01T00:00:00.000Z' AS FromAt,
    (SELECT n.RecordedAt FROM CampaignVersion n WHERE n.Year = c.Year AND n.Version = 2) AS UntilAt
FROM Campaign c
UNION ALL
SELECT v.Year, v.Version, v.OpensAt, v.ClosesAt, v.RecordedAt AS FromAt,
    (SELECT n.RecordedAt FROM CampaignVersion n WHERE n.Year = v.Year AND n.Version = v.Version + 1) AS UntilAt
FROM CampaignVersion v;
CREATE VIEW CampaignInForce AS
SELECT h.Year, h.OpensAt, h.ClosesAt
FROM CampaignHistory h
WHERE h.UntilAt IS NULL;
CREATE VIEW TerritoryHistory AS
SELECT t.Siren, 1 AS Version, t.InseeCode, t.Name, t.Nature, t.Department, t.Region, t.Population, t.SignatorySince,
    t.SignatoryUntil, NULL AS MergedInto, o.Container, '0001-01-01T00:00:00.000Z' AS FromAt,
    (SELECT n.RecordedAt FROM TerritoryVersion n WHERE n.Siren = t.Siren AND n.Version = 2) AS UntilAt
FROM Territory t
LEFT JOIN TerritoryOverlap o ON o.Contained = t.Siren
WHERE NOT EXISTS (SELECT 1 FROM TerritoryVersion w WHERE w.Siren = t.Siren AND w.Version = 1)
UNION ALL
SELECT v.Siren, v.Version, v.InseeCode, v.Name, v.Nature, v.Department, v.Region, v.Population, v.SignatorySince,
    v.SignatoryUntil, v.MergedInto, v.Container, v.RecordedAt AS FromAt,
    (SELECT n.RecordedAt FROM TerritoryVersion n WHERE n.Siren = v.Siren AND n.Version = v.Version + 1) AS UntilAt
FROM TerritoryVersion v;
CREATE VIEW TerritoryInForce AS
SELECT h.Siren, h.InseeCode, h.Name, h.Nature, h.Department, h.Region, h.Population, h.SignatorySince, h.SignatoryUntil,
    h.MergedInto, h.Container
FROM TerritoryHistory h
WHERE h.UntilAt IS NULL;
-- One row a figure in force, under the names that the feed and the exports build on. CROSS keeps the order in which
-- SQLite joins: first the few versions in force, then their lines.
CREATE VIEW ResultInForce AS
SELECT l.Year, l.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious
FROM ReturnInForce f
CROSS JOIN ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
CROSS JOIN ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN Indicator i ON i.Code = l.Indicator
JOIN TerritoryInForce t ON t.Siren = l.Territory;
-- The same columns through time: a figure has a new row whenever its return or its territory changes.
CREATE VIEW ResultHistory AS
SELECT l.Year, l.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious,
    CASE WHEN f.FromAt > t.FromAt THEN f.FromAt ELSE t.FromAt END AS FromAt,
    CASE WHEN f.UntilAt IS NULL OR t.UntilAt < f.UntilAt THEN t.UntilAt ELSE f.UntilAt END AS UntilAt
FROM ReturnHistory f
CROSS JOIN ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
CROSS JOIN ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN Indicator i ON i.Code = l.Indicator
JOIN TerritoryHistory t ON t.Siren = l.Territory
    AND (t.UntilAt IS NULL OR t.UntilAt > f.FromAt) AND (f.UntilAt IS NULL OR f.UntilAt > t.FromAt);
