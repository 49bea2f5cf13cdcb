-- The version of each return that counts: the last one deposited, with the state it has reached since.
CREATE VIEW ReturnInForce AS
SELECT d.Year, d.Territory, d.Version, d.At AS DepositedAt,
    (SELECT s.State FROM ReturnEvent s
     WHERE s.Year = d.Year AND s.Territory = d.Territory
       AND s.Sequence = (SELECT MAX(l.Sequence) FROM ReturnEvent l
                         WHERE l.Year = d.Year AND l.Territory = d.Territory AND l.Version = d.Version)) AS State
FROM ReturnEvent d
WHERE d.State = 'deposee'
  AND NOT EXISTS (SELECT 1 FROM ReturnEvent n
                  WHERE n.Year = d.Year AND n.Territory = d.Territory AND n.State = 'deposee' AND n.Sequence > d.Sequence);
GO
-- The contract of each territory as it stands.
CREATE VIEW ContractInForce AS
SELECT c.Territory, MAX(c.Version) AS Version
FROM ContractVersion c
GROUP BY c.Territory;
GO
-- One row a figure in force, under the names that the feed and the exports build on.
CREATE VIEW ResultInForce AS
SELECT l.Year, l.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CAST(CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS bit) AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious
FROM ReturnInForce f
JOIN ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
JOIN ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN Indicator i ON i.Code = l.Indicator
JOIN Territory t ON t.Siren = l.Territory;
GO
