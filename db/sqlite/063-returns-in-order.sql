-- Returns in the order of the key, each once: what is read in that order is then not sorted again, return by return.

-- Serves the views of what is in force, which find each return from its first event: without it, the planner does not know
-- that there is one.
CREATE UNIQUE INDEX IX_ReturnEvent_First ON ReturnEvent (Year, Territory) WHERE Sequence = 1;

-- The same views. CROSS keeps the order in which SQLite joins, and + what each table is found by: equalities that follow
-- from others would be asked again of every row. The version is looked up by its key: by the smaller index on its territory,
-- which the planner takes otherwise, it would not be known to be the only one.
DROP VIEW ResultInForce;
DROP VIEW ContributionInForce;
DROP VIEW ExplanationInForce;
CREATE VIEW ResultInForce AS
SELECT f.Year, f.Territory, l.Indicator, i.Axis, t.Region, t.Department, t.Nature, i.Unit,
    l.Target, l.Value, l.LowerBound, l.ComparableValue, l.Rate, f.State,
    CASE WHEN f.State = 'deposee' THEN 1 ELSE 0 END AS Provisional,
    l.Estimated, l.Broken, l.Comment, l.Version, v.RuleVersion, f.DepositedAt, v.Fictitious,
    CAST(NULL AS TEXT) AS Confidentiality
FROM ReturnInForce f
CROSS JOIN TerritoryInForce t ON t.Siren = +f.Territory
CROSS JOIN ReturnVersion v INDEXED BY sqlite_autoindex_ReturnVersion_1
    ON v.Year = +f.Year AND v.Territory = +f.Territory AND v.Version = +f.Version
CROSS JOIN ReturnLine l ON l.Year = +f.Year AND l.Territory = +f.Territory AND l.Version = +f.Version
CROSS JOIN Indicator i ON i.Code = +l.Indicator;
CREATE VIEW ContributionInForce AS
SELECT f.Year, f.Territory, c.Version, c.Indicator, c.Position, c.Action, c.LocalIndicator, c.Label, c.Headcount, c.Retained,
    c.Duplicates
FROM ReturnInForce f
CROSS JOIN ReturnContribution c ON c.Year = +f.Year AND c.Territory = +f.Territory AND c.Version = +f.Version;
CREATE VIEW ExplanationInForce AS
SELECT f.Year, f.Territory, e.Version, e.Indicator, e.Position, e.RuleId, e.Clause, e.Effect, e.Text
FROM ReturnInForce f
CROSS JOIN ReturnExplanation e ON e.Year = +f.Year AND e.Territory = +f.Territory AND e.Version = +f.Version;
