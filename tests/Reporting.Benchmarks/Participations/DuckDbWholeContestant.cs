using DuckDB.NET.Data;
using Reporting.Domain.Participations;
using Reporting.Domain.Returns;

namespace Reporting.Benchmarks.Participations;

/// <summary>
/// DuckDB doing the work of the counter by one scan of the file: every record is validated and goes through all the
/// checks, the rejected are numbered, and figures, contributions and the keys under each outcome are counted.
/// </summary>
/// <remarks>
/// <para>It does less where that makes it faster or simpler: no digest of the file, no quotes, no record that has too few
/// fields or too many, no warning of repeated posts; dates and numbers in every spelling that DuckDB reads; keys are
/// told apart by a hash of 64 bits and representatives compared by UTF-8; EMP-1 is not told when only TES-2 has job
/// seekers.</para>
/// <para>Slower: keys as texts, by a quarter; every key by group before all its groups, by a fifth; lines by
/// <c>row_number()</c>, which reads with one thread. As fast: what is read in any order, without the lines; types in
/// <c>read_csv</c>, whose rejects lack the missing values. Left alone, lists of four words or more after <c>IN</c>
/// become joins, and the table then no longer keeps the order of the file.</para>
/// </remarks>
internal static class DuckDbWholeContestant
{
    private static readonly string[] Statements = Script().Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static RaceCount Csv(string path, int threads)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Read(connection, $"SET threads = {threads}");
        Read(connection, $"SET VARIABLE path = '{path.Replace("'", "''", StringComparison.Ordinal)}'");
        var results = Statements.Select(statement => Read(connection, statement)).ToList();
        return results is [.., var reasons, var rejected, var records, var keys, var figures, var contributions]
            ? new(
                new(figures.ToDictionary(row => (string)row[0]!, row => (decimal)row[1]!), StringComparer.Ordinal),
                () => DetailsOf(reasons, rejected, records, keys, contributions))
            : throw new InvalidOperationException($"{results.Count} results");
    }

    private static CountDetails DetailsOf(
        List<object?[]> reasons, List<object?[]> rejected, List<object?[]> records, List<object?[]> keys, List<object?[]> contributions)
    {
        var details = new CountDetails();
        reasons.ForEach(row => details.AddRejected((RejectionReason)(int)row[0]!, (decimal)row[1]!));
        rejected.ForEach(row => details.AddRejected((long)row[0]!, GeneratedRecords.Columns[(int)row[1]!], (RejectionReason)(int)row[2]!));
        records.ForEach(row => details.AddRecords((string)row[0]!, (decimal)row[1]!));
        keys.ForEach(row => details.AddKeys((string)row[0]!, (RecordOutcome)(int)row[1]!, (decimal)row[2]!));
        contributions.ForEach(row => details.Add(ContributionOf(row)));
        return details;
    }

    private static Contribution ContributionOf(object?[] row) => new()
    {
        LocalIndicator = (string)row[0]!,
        Action = (string)row[1]!,
        Headcount = (decimal)row[2]!,
        Duplicates = (decimal?)row[3],
        Modality = (string?)row[4],
        FundingAxis = (string?)row[5],
        Households = (decimal?)row[6],
        OfWhichMobility = (decimal?)row[7],
        OutOfPeriod = (decimal?)row[8],
        OutOfPublic = (decimal?)row[9],
        WithoutFollowUp = (decimal?)row[10],
        EasyReadOnly = (decimal?)row[11],
        AlreadyInEmp2 = (decimal?)row[12],
    };

    private static List<object?[]> Read(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    private static string Script()
    {
        using var stream = typeof(DuckDbWholeContestant).Assembly.GetManifestResourceStream("DuckDbWholeCount.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
