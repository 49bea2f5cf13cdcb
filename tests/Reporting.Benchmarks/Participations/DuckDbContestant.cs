using DuckDB.NET.Data;

namespace Reporting.Benchmarks.Participations;

/// <summary>
/// DuckDB, by one scan of the file: the records retained until the last check go to a materialised result with the
/// columns still needed, from which every national figure is counted. It makes neither the return nor the
/// receipt: see <see cref="DuckDbWholeContestant"/>.
/// </summary>
internal static class DuckDbContestant
{
    private const string Count = """
        WITH retained AS MATERIALIZED (
            SELECT action, indicateur, personne, session, categories, quantite,
                   CASE WHEN indicateur IN ('ENF-1', 'TES-1') OR modalite = 'lieu-de-vie' THEN coalesce(menage, '') ELSE '' END AS menage,
                   indicateur = 'DRO-1' AND modalite = 'lieu-de-vie' AS visite,
                   indicateur = 'EMP-1' OR (indicateur = 'TES-2' AND coalesce(financement, CASE WHEN action[1] = '2' THEN 'emploi' END) = 'emploi') AS demandeur
            FROM (
                SELECT *, coalesce(age::INTEGER, datesub('year', naissance::DATE, debut::DATE)) AS revolu
                FROM read_csv($path, header = true, delim = ',', quote = '', escape = '', auto_detect = false, columns = {
                    'action': 'VARCHAR', 'indicateur': 'VARCHAR', 'personne': 'VARCHAR', 'menage': 'VARCHAR', 'age': 'VARCHAR',
                    'naissance': 'VARCHAR', 'debut': 'VARCHAR', 'age_enfant': 'VARCHAR', 'date': 'VARCHAR', 'modalite': 'VARCHAR',
                    'suite': 'VARCHAR', 'pro_forme': 'VARCHAR', 'demandeur_emploi': 'VARCHAR', 'financement': 'VARCHAR',
                    'categories': 'VARCHAR', 'session': 'VARCHAR', 'issue': 'VARCHAR', 'quantite': 'VARCHAR', 'exclusion': 'VARCHAR'}))
            WHERE personne IS NOT NULL AND length(action) >= 3 AND coalesce(suite, '0') IN ('0', '1')
              AND try_cast(date AS DATE) BETWEEN
                  CASE WHEN indicateur = 'TES-3' THEN DATE '2024-09-01' ELSE DATE '2024-01-01' END AND
                  CASE WHEN indicateur = 'TES-3' THEN DATE '2025-08-31' ELSE DATE '2024-12-31' END
              AND CASE indicateur
                  WHEN 'ENF-1' THEN coalesce(modalite, '') <> 'reperage' OR coalesce(suite, '0') = '1'
                  WHEN 'ENF-2' THEN age_enfant IN ('0', '1', '2')
                  WHEN 'ENF-3' THEN revolu BETWEEN 11 AND 15
                  WHEN 'ENF-4' THEN coalesce(modalite, '') <> 'ingenierie' AND coalesce(exclusion, '') <> 'ingenierie' AND revolu BETWEEN 16 AND 25
                      AND (coalesce(modalite, '') <> 'reperage' OR coalesce(suite, '0') = '1')
                  WHEN 'EMP-1' THEN coalesce(modalite, '') <> 'formation' AND demandeur_emploi = '1'
                  WHEN 'EMP-2' THEN coalesce(financement, '') <> 'aucun'
                  WHEN 'DRO-1' THEN action[1] = '3' AND modalite IN ('lieu-de-vie', 'permanence', 'reunion')
                  WHEN 'DRO-2' THEN coalesce(exclusion, '') <> 'falc'
                  WHEN 'DRO-4' THEN coalesce(financement, '') <> 'aucun'
                  WHEN 'DRO-5' THEN issue = 'maintien'
                  WHEN 'DRO-8' THEN coalesce(exclusion, '') <> 'cartographie'
                  WHEN 'TES-1' THEN pro_forme = '1' AND suite = '1'
                  WHEN 'TES-2' THEN pro_forme = '1' AND suite = '1'
                  ELSE true END),
        free AS MATERIALIZED (
            SELECT * FROM retained
            WHERE indicateur = 'ENF-2'
               OR (action, personne) NOT IN (SELECT (action, personne) FROM retained WHERE indicateur = 'ENF-2')),
        visits AS MATERIALIZED (
            SELECT menage, CASE WHEN menage = '' THEN personne END AS seul, min(personne) AS representant
            FROM free WHERE visite GROUP BY ALL)
        SELECT indicateur, count(*)::DECIMAL(18, 2) FROM (
            SELECT DISTINCT indicateur, menage, CASE WHEN menage = '' THEN personne END
            FROM free
            WHERE indicateur NOT IN ('DRO-1', 'DRO-3', 'DRO-4', 'EMP-1'))
        GROUP BY indicateur
        UNION ALL
        SELECT 'DRO-3', count(DISTINCT personne) FROM free
        WHERE indicateur = 'DRO-3' AND (session IS NULL OR session NOT IN (SELECT session FROM free WHERE indicateur = 'EMP-2' AND session IS NOT NULL))
        UNION ALL SELECT 'DRO-4', sum(quantite::DECIMAL(18, 2)) FROM free WHERE indicateur = 'DRO-4'
        UNION ALL SELECT 'EMP-1', count(DISTINCT personne) FROM free WHERE demandeur
        UNION ALL SELECT 'EMP-3A', count(DISTINCT personne) FROM free WHERE demandeur AND contains(categories, 'grande-precarite')
        UNION ALL SELECT 'EMP-3B', count(DISTINCT personne) FROM free WHERE demandeur AND contains(categories, 'monoparentale')
        UNION ALL SELECT 'EMP-3C', count(DISTINCT personne) FROM free WHERE demandeur AND contains(categories, 'sortant-prison')
        UNION ALL
        SELECT 'DRO-1', (SELECT count(*) FROM visits) + (
            SELECT count(DISTINCT personne) FROM free
            WHERE indicateur = 'DRO-1' AND NOT visite AND personne NOT IN (SELECT representant FROM visits))
        """;

    public static RaceCount Csv(string path, int threads)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET threads = {threads}; SET preserve_insertion_order = false;";
        command.ExecuteNonQuery();
        command.CommandText = Count;
        command.Parameters.Add(new DuckDBParameter("path", path));
        using var reader = command.ExecuteReader();
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        while (reader.Read())
        {
            figures.Add(reader.GetString(0), reader.GetDecimal(1));
        }

        return new(figures);
    }
}
