-- The version of each return that counts: the last one deposited, with the state it has reached since.
CREATE VIEW dbo.ReturnInForce AS
SELECT d.Year, d.Territory, d.Version, d.At AS DepositedAt,
    (SELECT s.State FROM dbo.ReturnEvent s
     WHERE s.Year = d.Year AND s.Territory = d.Territory
       AND s.Sequence = (SELECT MAX(l.Sequence) FROM dbo.ReturnEvent l
                         WHERE l.Year = d.Year AND l.Territory = d.Territory AND l.Version = d.Version)) AS State
FROM dbo.ReturnEvent d
WHERE d.State = 'deposee'
  AND NOT EXISTS (SELECT 1 FROM dbo.ReturnEvent n
                  WHERE n.Year = d.Year AND n.Territory = d.Territory AND n.State = 'deposee' AND n.Sequence > d.Sequence);
GO
-- The contract of each territory as it stands.
CREATE VIEW dbo.ContractInForce AS
SELECT c.Territory, MAX(c.Version) AS Version
FROM dbo.ContractVersion c
GROUP BY c.Territory;
GO
-- One row a figure in force, under the names that the feed and the exports build on.
CREATE VIEW dbo.ResultInForce AS
SELECT l.Year, l.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CAST(CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS bit) AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious
FROM dbo.ReturnInForce f
JOIN dbo.ReturnVersion v ON v.Year = f.Year AND v.Territory = f.Territory AND v.Version = f.Version
JOIN dbo.ReturnLine l ON l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
JOIN dbo.Indicator i ON i.Code = l.Indicator
JOIN dbo.Territory t ON t.Siren = l.Territory;
GO
