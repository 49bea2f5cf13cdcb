-- Counts records as section 5 of the counting rules says, by one scan of the file.
--
-- rejection: place of the column * 3 + 1 when its value is missing, 2 when unreadable, 3 when too long.
-- outcome:   0 periode, 1 nature, 2 public, 3 financement, 4 suite, 5 exclusif, 6 retenu.
-- section:   1-4 the modality of ENF-1 and ENF-4, 5 none; 6 levee, 7 formation; 8 visits, 9 participants, 10 other
--            modalities; 11 funded by emploi, 12 otherwise; 0 for all other indicators.
-- place:     the indicator, then action and section (DRO-1, TES-2: section and action): groups in order of emission.
-- grp:       place * 2, and 1 more where keys are households.
CREATE TYPE numero AS ENUM (
    SELECT axe || '.' || rang FROM range(1, 5) axes(axe), range(1, 1000) rangs(rang) ORDER BY axe, rang);
CREATE TYPE code AS ENUM (
    'ENF-1', 'ENF-2', 'ENF-3', 'ENF-4', 'EMP-1', 'EMP-2', 'DRO-1', 'DRO-2', 'DRO-3', 'DRO-4', 'DRO-5', 'DRO-6', 'DRO-7',
    'DRO-8', 'TES-1', 'TES-2', 'TES-3');
CREATE TYPE modalite AS ENUM (
    'reperage', 'accompagnement', 'programme', 'ingenierie', 'levee', 'formation', 'lieu-de-vie', 'permanence', 'reunion');
CREATE TYPE financeur AS ENUM ('enfance', 'emploi', 'droits', 'transition', 'aucun');
CREATE TYPE exclusion AS ENUM ('ingenierie', 'falc', 'cartographie');
CREATE MACRO indicator(grp) AS grp >> 17;
CREATE MACRO section_first(code) AS code = 'DRO-1' OR code = 'TES-2';

-- Kept in the order of the file: a row tells its line.
CREATE TEMP TABLE records AS
SELECT rejection,
    CASE WHEN rejection IS NULL THEN outcome END AS outcome,
    (enum_code(i)::INTEGER * 65536
        + CASE WHEN section_first(i) THEN section::INTEGER * 4096 + enum_code(a) ELSE enum_code(a)::INTEGER * 16 + section END) * 2
        + (menage IS NOT NULL)::INTEGER AS grp,
    a, hash(personne) AS person, hash(coalesce(menage, personne)) AS key,
    CASE WHEN section = 8 AND menage IS NOT NULL THEN personne END AS visited,
    categories, session, quantity, desk
FROM (
    SELECT a, i, personne, c AS categories, q AS quantity,
        CASE
            WHEN a IS NULL THEN CASE WHEN action IS NULL THEN 1 ELSE 2 END
            WHEN i IS NULL THEN CASE WHEN indicateur IS NULL THEN 4 ELSE 5 END
            WHEN personne IS NULL THEN 7
            WHEN strlen(personne) > 64 AND length(personne) > 64 THEN 9
            WHEN strlen(menage) > 64 AND length(menage) > 64 THEN 12
            WHEN age IS NOT NULL AND (completed IS NULL OR completed > 120) THEN 14
            WHEN naissance IS NOT NULL AND birth IS NULL THEN 17
            WHEN debut IS NOT NULL AND start IS NULL THEN 20
            WHEN age_enfant IS NOT NULL AND (child IS NULL OR child > 120) THEN 23
            WHEN day IS NULL THEN CASE WHEN date IS NULL THEN 25 ELSE 26 END
            WHEN modalite IS NOT NULL AND (i = 'ENF-1' OR i = 'ENF-4' OR i = 'EMP-1')
                AND (m IS NULL OR enum_code(m) > 5 OR (i = 'EMP-1') = (enum_code(m) < 4)) THEN 29
            WHEN NOT followed AND suite <> '0' THEN 32
            WHEN NOT trained AND pro_forme <> '0' THEN 35
            WHEN NOT seeker AND demandeur_emploi <> '0' THEN 38
            WHEN financement IS NOT NULL AND f IS NULL THEN 41
            WHEN c IS NULL THEN 44
            WHEN strlen(session) > 64 AND length(session) > 64 THEN 48
            WHEN issue NOT IN ('maintien', 'expulsion') THEN 50
            WHEN i = 'DRO-4' AND quantite IS NULL THEN 52
            WHEN quantite IS NOT NULL AND q IS NULL THEN 53
            WHEN exclusion IS NOT NULL AND x IS NULL THEN 56
        END::UTINYINT AS rejection,
        CASE
            WHEN NOT CASE WHEN i = 'TES-3' THEN day BETWEEN DATE '2024-09-01' AND DATE '2025-08-31'
                ELSE day BETWEEN DATE '2024-01-01' AND DATE '2024-12-31' END THEN 0
            ELSE CASE i
                WHEN 'ENF-1' THEN CASE WHEN m = 'reperage' AND followed IS DISTINCT FROM true THEN 4 ELSE 6 END
                WHEN 'ENF-2' THEN CASE WHEN child < 3 THEN 6 ELSE 2 END
                WHEN 'ENF-3' THEN CASE WHEN age_at_start BETWEEN 11 AND 15 THEN 6 ELSE 2 END
                WHEN 'ENF-4' THEN CASE
                    WHEN m = 'ingenierie' OR x = 'ingenierie' THEN 1
                    WHEN age_at_start BETWEEN 16 AND 25 THEN CASE WHEN m = 'reperage' AND followed IS DISTINCT FROM true THEN 4 ELSE 6 END
                    ELSE 2 END
                WHEN 'EMP-1' THEN CASE WHEN m = 'formation' THEN 1 WHEN seeker THEN 6 ELSE 2 END
                WHEN 'EMP-2' THEN CASE WHEN f = 'aucun' THEN 3 ELSE 6 END
                WHEN 'DRO-1' THEN CASE WHEN axis = '3' AND enum_code(m) > 5 THEN 6 ELSE 1 END
                WHEN 'DRO-2' THEN CASE WHEN x = 'falc' THEN 1 ELSE 6 END
                WHEN 'DRO-4' THEN CASE WHEN f = 'aucun' THEN 3 ELSE 6 END
                WHEN 'DRO-5' THEN CASE WHEN issue = 'maintien' THEN 6 ELSE 2 END
                WHEN 'DRO-8' THEN CASE WHEN x = 'cartographie' THEN 1 ELSE 6 END
                WHEN 'TES-1' THEN CASE WHEN trained IS DISTINCT FROM true THEN 2 WHEN followed THEN 6 ELSE 4 END
                WHEN 'TES-2' THEN CASE WHEN trained IS DISTINCT FROM true THEN 2 WHEN followed THEN 6 ELSE 4 END
                ELSE 6 END
        END::UTINYINT AS outcome,
        CASE i
            WHEN 'ENF-1' THEN coalesce(1 + enum_code(m), 5)
            WHEN 'ENF-4' THEN coalesce(1 + enum_code(m), 5)
            WHEN 'EMP-1' THEN CASE WHEN m = 'formation' THEN 7 ELSE 6 END
            WHEN 'DRO-1' THEN CASE m WHEN 'lieu-de-vie' THEN 8 WHEN 'permanence' THEN 9 WHEN 'reunion' THEN 9 ELSE 10 END
            WHEN 'TES-2' THEN CASE WHEN f = 'emploi' OR (f IS NULL AND axis = '2') THEN 11 ELSE 12 END
            ELSE 0
        END::UTINYINT AS section,
        CASE WHEN i = 'ENF-1' OR i = 'TES-1' OR (i = 'DRO-1' AND m = 'lieu-de-vie') THEN menage END AS menage,
        CASE WHEN i = 'EMP-2' OR i = 'DRO-3' THEN session END AS session,
        i = 'DRO-1' AND m = 'permanence' AS desk
    FROM (
        SELECT *, coalesce(completed, datesub('year', birth, start)) AS age_at_start
        FROM (
            SELECT *, TRY_CAST(action AS numero) AS a, action[1] AS axis, TRY_CAST(indicateur AS code) AS i,
                TRY_CAST(age AS UTINYINT) AS completed, TRY_CAST(naissance AS DATE) AS birth, TRY_CAST(debut AS DATE) AS start,
                TRY_CAST(age_enfant AS UTINYINT) AS child, TRY_CAST(date AS DATE) AS day, TRY_CAST(modalite AS modalite) AS m,
                suite = '1' AS followed, pro_forme = '1' AS trained, demandeur_emploi = '1' AS seeker,
                TRY_CAST(financement AS financeur) AS f, TRY_CAST(quantite AS DECIMAL(18, 2)) AS q, TRY_CAST(exclusion AS exclusion) AS x,
                CASE
                    WHEN categories IS NULL THEN 0
                    WHEN regexp_full_match(categories,
                        '(grande-precarite|monoparentale|sortant-prison)(\|(grande-precarite|monoparentale|sortant-prison))*')
                    THEN contains(categories, 'grande-precarite')::INTEGER + contains(categories, 'monoparentale')::INTEGER * 2
                        + contains(categories, 'sortant-prison')::INTEGER * 4
                END::UTINYINT AS c
            FROM read_csv(getvariable('path'), header = true, delim = ',', quote = '', escape = '', auto_detect = false, columns = {
                'action': 'VARCHAR', 'indicateur': 'VARCHAR', 'personne': 'VARCHAR', 'menage': 'VARCHAR', 'age': 'VARCHAR',
                'naissance': 'VARCHAR', 'debut': 'VARCHAR', 'age_enfant': 'VARCHAR', 'date': 'VARCHAR', 'modalite': 'VARCHAR',
                'suite': 'VARCHAR', 'pro_forme': 'VARCHAR', 'demandeur_emploi': 'VARCHAR', 'financement': 'VARCHAR',
                'categories': 'VARCHAR', 'session': 'VARCHAR', 'issue': 'VARCHAR', 'quantite': 'VARCHAR', 'exclusion': 'VARCHAR'}))));

-- The last check: what ENF-2 and EMP-2 reserve to themselves.
UPDATE records SET outcome = 5
WHERE outcome = 6 AND indicator(grp) <> 1 AND (a, person) IN (SELECT a, person FROM records WHERE outcome = 6 AND indicator(grp) = 1);
UPDATE records SET outcome = 5
WHERE outcome = 6 AND indicator(grp) = 8
    AND session IN (SELECT session FROM records WHERE outcome = 6 AND indicator(grp) = 5 AND session IS NOT NULL);

-- The keys of each indicator, persons (even spaces) and households (odd ones) apart: their furthest outcome and the
-- first group where they had it. Few are in more than one group.
CREATE TEMP TABLE keys AS
SELECT (grp >> 16 & -2) | (grp & 1) AS space, key,
    min((6 - outcome::INTEGER) * 16777216 + grp) AS first, min(grp) <> max(grp) AS has_groups
FROM records WHERE outcome IS NOT NULL AND indicator(grp) <> 9
GROUP BY space, key;

CREATE TEMP TABLE shared AS
SELECT grp, key, max(outcome) AS outcome
FROM records
WHERE outcome IS NOT NULL AND indicator(grp) <> 9
    AND (key, (grp >> 16 & -2) | (grp & 1)) IN (SELECT key, space FROM keys WHERE has_groups)
GROUP BY grp, key;

CREATE TEMP TABLE representatives AS
SELECT DISTINCT hash(person) AS key
FROM (SELECT min(visited) AS person FROM records WHERE outcome = 6 AND visited IS NOT NULL GROUP BY key);

CREATE TEMP TABLE places AS
SELECT first >> 1 & 8388607 AS place, (6 - (first >> 24))::UTINYINT AS outcome, count(*) AS keys,
    count(*) FILTER (NOT has_groups) AS alone,
    count(*) FILTER (first >> 13 = 6 * 16 + 9 AND key IN (SELECT key FROM representatives)) AS represented
FROM keys
GROUP BY ALL;

-- EMP-1, and TES-2 funded by emploi.
CREATE TEMP TABLE seekers AS
SELECT min(grp) >> 1 AS place, indicator(min(grp)) = 4 AS employed, indicator(max(grp)) = 15 AS mobile, bit_or(categories) AS categories
FROM records WHERE outcome = 6 AND (indicator(grp) = 4 OR grp >> 13 = 15 * 16 + 11)
GROUP BY person;

CREATE TEMP TABLE posts AS
SELECT grp >> 1 AS place, outcome, sum(quantity) AS units
FROM records WHERE outcome IS NOT NULL AND indicator(grp) = 9
GROUP BY ALL;

CREATE TEMP TABLE seen AS
SELECT bit_or(categories) AS categories FROM records WHERE rejection IS NULL AND (indicator(grp) = 4 OR grp >> 13 = 15 * 16 + 11);

CREATE TEMP TABLE parts AS
SELECT 'EMP-3A' AS code, count(*) FILTER (categories & 1 > 0) AS persons, (SELECT categories & 1 > 0 FROM seen) AS told FROM seekers
UNION ALL SELECT 'EMP-3B', count(*) FILTER (categories & 2 > 0), (SELECT categories & 2 > 0 FROM seen) FROM seekers
UNION ALL SELECT 'EMP-3C', count(*) FILTER (categories & 4 > 0), (SELECT categories & 4 > 0 FROM seen) FROM seekers;

-- Rejected records by reason.
SELECT ((rejection - 1) % 3)::INTEGER AS reason, count(*)::DECIMAL(18, 2) FROM records WHERE rejection IS NOT NULL GROUP BY reason ORDER BY reason;

-- The first of them.
SELECT rowid + 2 AS line, ((rejection - 1) // 3)::INTEGER, ((rejection - 1) % 3)::INTEGER
FROM records WHERE rejection IS NOT NULL ORDER BY rowid LIMIT 100;

-- Readable records by indicator.
SELECT enum_range(NULL::code)[1 + indicator(grp)], count(*)::DECIMAL(18, 2) FROM records WHERE outcome IS NOT NULL GROUP BY indicator(grp);

-- Keys by indicator and outcome.
SELECT enum_range(NULL::code)[1 + (place >> 16)], outcome::INTEGER, sum(units)::DECIMAL(18, 2)
FROM (SELECT place, outcome, keys AS units FROM places UNION ALL FROM posts)
GROUP BY place >> 16, outcome
UNION ALL SELECT code, 6, persons FROM parts WHERE persons > 0;

-- National figures.
SELECT enum_range(NULL::code)[1 + (place >> 16)],
    (coalesce(sum(units) FILTER (outcome = 6), 0)
        + CASE WHEN place >> 16 = 4 THEN (SELECT count(*) FROM seekers WHERE NOT employed) ELSE 0 END)::DECIMAL(18, 2)
FROM (SELECT place, outcome, keys - represented AS units FROM places UNION ALL FROM posts)
GROUP BY place >> 16
UNION ALL SELECT code, persons FROM parts WHERE told;

-- Contributions, in order.
WITH units AS (
    SELECT place, outcome, alone AS units FROM places
    UNION ALL SELECT grp >> 1, outcome, count(*) FROM shared WHERE indicator(grp) <> 10 GROUP BY ALL
    UNION ALL SELECT DISTINCT grp >> 1, 0, 0 FROM shared WHERE indicator(grp) = 10
    UNION ALL SELECT file >> 4 & 8388607, file & 7, count(*)
        FROM (SELECT min((outcome <> 6)::INTEGER * 268435456 + grp * 8 + outcome) AS file FROM shared WHERE indicator(grp) = 10 GROUP BY key)
        GROUP BY ALL
    UNION ALL FROM posts),
groups AS (
    SELECT place, enum_range(NULL::code)[1 + (place >> 16)] AS code, sum(units) AS headcount,
        coalesce(sum(units) FILTER (outcome = 0), 0) AS period,
        coalesce(sum(units) FILTER (outcome = 1), 0) AS nature,
        coalesce(sum(units) FILTER (outcome IN (2, 3)), 0) AS public,
        coalesce(sum(units) FILTER (outcome = 4), 0) AS follow_up,
        coalesce(sum(units) FILTER (outcome = 5), 0) AS exclusive,
        coalesce(sum(units) FILTER (outcome = 6), 0) AS retained
    FROM units GROUP BY place),
firsts AS (SELECT place, sum(keys - represented) AS keys FROM places WHERE outcome = 6 GROUP BY place),
mobile AS (SELECT place, count(*) AS persons FROM seekers WHERE employed AND mobile GROUP BY place),
desks AS (SELECT DISTINCT grp >> 1 AS place FROM records WHERE desk AND outcome IS NOT NULL),
cut AS (
    SELECT *,
        CASE WHEN section_first(code) THEN place & 4095 ELSE place >> 4 & 4095 END AS action,
        CASE WHEN section_first(code) THEN place >> 12 & 15 ELSE place & 15 END AS section,
        nature * (code <> 'DRO-2')::INTEGER + public + exclusive * (code <> 'DRO-3')::INTEGER AS out_of_public,
        row_number() OVER (PARTITION BY code ORDER BY place) = 1 AS opens
    FROM groups)
SELECT code,
    enum_range(NULL::numero)[1 + action],
    headcount::DECIMAL(18, 2),
    CASE WHEN NOT opens AND code <> 'DRO-4' AND code <> 'DRO-5' THEN retained - coalesce(firsts.keys, 0) END::DECIMAL(18, 2),
    CASE WHEN section BETWEEN 1 AND 4 THEN enum_range(NULL::modalite)[section]::VARCHAR
        WHEN section = 6 THEN 'levee' WHEN section = 7 THEN 'formation' WHEN section = 8 THEN 'lieu-de-vie'
        WHEN section = 9 AND desks.place IS NULL THEN 'reunion' WHEN section IN (9, 10) THEN 'permanence' END,
    CASE section WHEN 11 THEN 'emploi' WHEN 12 THEN 'transition' END,
    CASE WHEN section = 8 THEN headcount END::DECIMAL(18, 2),
    mobile.persons::DECIMAL(18, 2),
    CASE WHEN section NOT IN (7, 10) AND NOT (code = 'ENF-4' AND section = 4) THEN nullif(period, 0) END::DECIMAL(18, 2),
    CASE WHEN section = 10 THEN headcount WHEN code = 'ENF-3' THEN out_of_public
        WHEN section <> 7 AND NOT (code = 'ENF-4' AND section = 4) THEN nullif(out_of_public, 0) END::DECIMAL(18, 2),
    CASE WHEN section IN (1, 11, 12) OR code = 'TES-1' THEN follow_up END::DECIMAL(18, 2),
    CASE WHEN code = 'DRO-2' THEN nullif(nature, 0) END::DECIMAL(18, 2),
    CASE WHEN code = 'DRO-3' THEN nullif(exclusive, 0) END::DECIMAL(18, 2)
FROM cut LEFT JOIN firsts USING (place) LEFT JOIN mobile USING (place) LEFT JOIN desks USING (place)
ORDER BY place;
