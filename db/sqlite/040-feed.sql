-- What a return in force is made of, what territories have undertaken, and how far they are: as it stands and, like the
-- other histories, by spans of time. The feed reads these views. CROSS keeps the order in which SQLite joins: first the few
-- versions in force, then what belongs to them.

CREATE VIEW ContributionHistory AS
SELECT f.Year, f.Territory, c.Version, c.Indicator, c.Position, c.Action, c.LocalIndicator, c.Label, c.Headcount, c.Retained,
    c.Duplicates, f.FromAt, f.UntilAt
FROM ReturnHistory f
CROSS JOIN ReturnContribution c ON c.Year = f.Year AND c.Territory = f.Territory AND c.Version = f.Version;
CREATE VIEW ContributionInForce AS
SELECT f.Year, f.Territory, c.Version, c.Indicator, c.Position, c.Action, c.LocalIndicator, c.Label, c.Headcount, c.Retained,
    c.Duplicates
FROM ReturnInForce f
CROSS JOIN ReturnContribution c ON c.Year = f.Year AND c.Territory = f.Territory AND c.Version = f.Version;
CREATE VIEW ExplanationHistory AS
SELECT f.Year, f.Territory, e.Version, e.Indicator, e.Position, e.RuleId, e.Clause, e.Effect, e.Text, f.FromAt, f.UntilAt
FROM ReturnHistory f
CROSS JOIN ReturnExplanation e ON e.Year = f.Year AND e.Territory = f.Territory AND e.Version = f.Version;
CREATE VIEW ExplanationInForce AS
SELECT f.Year, f.Territory, e.Version, e.Indicator, e.Position, e.RuleId, e.Clause, e.Effect, e.Text
FROM ReturnInForce f
CROSS JOIN ReturnExplanation e ON e.Year = f.Year AND e.Territory = f.Territory AND e.Version = f.Version;
CREATE VIEW TrajectoryHistory AS
SELECT h.Territory, t.Indicator, t.Year, t.Baseline, t.Target, h.FromAt, h.UntilAt
FROM ContractHistory h
CROSS JOIN ContractTrajectory t ON t.Territory = h.Territory AND t.Version = h.Version;
CREATE VIEW TrajectoryInForce AS
SELECT h.Territory, h.Indicator, h.Year, h.Baseline, h.Target
FROM TrajectoryHistory h
WHERE h.UntilAt IS NULL;
-- How many national indicators each version of a contract attaches to its actions.
CREATE VIEW ContractBreadth AS
SELECT i.Territory, i.Version, COUNT(DISTINCT i.Indicator) AS Indicators
FROM ContractIndicator i
GROUP BY i.Territory, i.Version;
-- The return in force, with the lines that the contract of the time expects of it and those of them that it gives. Nothing
-- is known to be expected before a territory has a contract, or in a year that its contract does not cover.
CREATE VIEW ReturnProgressHistory AS
SELECT f.Year, f.Territory, f.State, f.Version, f.DepositedAt,
    CASE WHEN f.State = 'validee' THEN
        (SELECT MAX(a.At) FROM ReturnEvent a
         WHERE a.Year = f.Year AND a.Territory = f.Territory AND a.Version = f.Version AND a.State = 'validee'
           AND a.Sequence <= f.Sequence) END AS ValidatedAt,
    CASE WHEN f.Year BETWEEN c.FirstYear AND c.LastYear THEN
        (SELECT b.Indicators FROM ContractBreadth b
         WHERE b.Territory = c.Territory AND b.Version = c.Version) END AS LinesExpected,
    CASE WHEN f.Year BETWEEN c.FirstYear AND c.LastYear THEN
        (SELECT COUNT(*) FROM ReturnLine l
         WHERE l.Year = f.Year AND l.Territory = f.Territory AND l.Version = f.Version
           AND EXISTS (SELECT 1 FROM ContractIndicator i
                       WHERE i.Territory = c.Territory AND i.Version = c.Version AND i.Indicator = l.Indicator))
        ELSE 0 END AS LinesGiven,
    CASE WHEN f.FromAt > c.FromAt THEN f.FromAt ELSE c.FromAt END AS FromAt,
    CASE WHEN f.UntilAt IS NULL OR c.UntilAt < f.UntilAt THEN c.UntilAt ELSE f.UntilAt END AS UntilAt
FROM ReturnHistory f
JOIN ContractHistory c ON c.Territory = f.Territory
    AND (c.UntilAt IS NULL OR c.UntilAt > f.FromAt) AND (f.UntilAt IS NULL OR f.UntilAt > c.FromAt)
UNION ALL
SELECT f.Year, f.Territory, f.State, f.Version, f.DepositedAt,
    CASE WHEN f.State = 'validee' THEN
        (SELECT MAX(a.At) FROM ReturnEvent a
         WHERE a.Year = f.Year AND a.Territory = f.Territory AND a.Version = f.Version AND a.State = 'validee'
           AND a.Sequence <= f.Sequence) END AS ValidatedAt,
    NULL AS LinesExpected, 0 AS LinesGiven, f.FromAt,
    CASE WHEN f.UntilAt IS NULL OR c.FromAt < f.UntilAt THEN c.FromAt ELSE f.UntilAt END AS UntilAt
FROM ReturnHistory f
LEFT JOIN ContractHistory c ON c.Territory = f.Territory AND c.Version = 1
WHERE c.FromAt IS NULL OR c.FromAt > f.FromAt;
CREATE VIEW ReturnProgressInForce AS
SELECT h.Year, h.Territory, h.State, h.Version, h.DepositedAt, h.ValidatedAt, h.LinesExpected, h.LinesGiven
FROM ReturnProgressHistory h
WHERE h.UntilAt IS NULL;
