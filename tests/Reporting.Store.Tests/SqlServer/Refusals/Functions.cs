using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Reporting.Store.Tests.SqlServer.Refusals;

/// <summary>The functions of SQL Server that the store may call, with how many arguments each takes.</summary>
internal static class Functions
{
    private static readonly HashSet<string> _aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        "AVG", "COUNT", "COUNT_BIG", "MAX", "MIN", "STRING_AGG", "SUM",
    };

    private static readonly Dictionary<string, (int Least, int Most)> _arity = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ABS"] = (1, 1),
        ["AVG"] = (1, 1),
        ["CEILING"] = (1, 1),
        ["CHARINDEX"] = (2, 3),
        ["CONCAT"] = (2, 254),
        ["COUNT"] = (1, 1),
        ["COUNT_BIG"] = (1, 1),
        ["DATABASE_PRINCIPAL_ID"] = (0, 1),
        ["DATALENGTH"] = (1, 1),
        ["DATEADD"] = (3, 3),
        ["DATEDIFF"] = (3, 3),
        ["DATEPART"] = (2, 2),
        ["DAY"] = (1, 1),
        ["DB_ID"] = (0, 1),
        ["DENSE_RANK"] = (0, 0),
        ["FIRST_VALUE"] = (1, 1),
        ["FLOOR"] = (1, 1),
        ["ISNULL"] = (2, 2),
        ["JSON_VALUE"] = (2, 2),
        ["LAG"] = (1, 3),
        ["LAST_VALUE"] = (1, 1),
        ["LEAD"] = (1, 3),
        ["LEN"] = (1, 1),
        ["LOWER"] = (1, 1),
        ["LTRIM"] = (1, 1),
        ["MAX"] = (1, 1),
        ["MIN"] = (1, 1),
        ["MONTH"] = (1, 1),
        ["NCHAR"] = (1, 1),
        ["OBJECT_ID"] = (1, 2),
        ["RANK"] = (0, 0),
        ["REPLACE"] = (3, 3),
        ["ROUND"] = (2, 3),
        ["ROW_NUMBER"] = (0, 0),
        ["RTRIM"] = (1, 1),
        ["SIGN"] = (1, 1),
        ["STRING_AGG"] = (2, 2),
        ["SUBSTRING"] = (3, 3),
        ["SUM"] = (1, 1),
        ["TRIM"] = (1, 2),
        ["UPPER"] = (1, 1),
        ["YEAR"] = (1, 1),
    };

    public static bool IsAggregate(FunctionCall call) => _aggregates.Contains(call.FunctionName.Value);

    public static bool IsKnown(FunctionCall call) => _arity.ContainsKey(call.FunctionName.Value);

    public static bool Takes(FunctionCall call) =>
        _arity[call.FunctionName.Value] is var (least, most)
        && call.Parameters.Count >= least && call.Parameters.Count <= most;
}
