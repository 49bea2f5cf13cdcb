using Reporting.TestSupport.Tds;

namespace Reporting.TestSupport.Faults;

/// <summary>The errors that a server in trouble answers with, as SQL Server and Azure SQL number, rank and word them.</summary>
internal static class ServerErrors
{
    private static readonly Dictionary<int, (byte Severity, string Message)> _known = new()
    {
        [1205] = (13, "Transaction (Process ID 51) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction."),
        [1222] = (16, "Lock request time out period exceeded."),
        [4060] = (11, "Cannot open database requested by the login. The login failed."),
        [8115] = (16, "Arithmetic overflow error converting expression to data type bigint."),
        [8623] = (16, "The query processor ran out of internal resources and could not produce a query plan."),
        [10928] = (20, "Resource ID : 1. The request limit for the database is 200 and has been reached."),
        [10929] = (16, "Resource ID : 1. The server is currently too busy to support requests greater than 200 for this database. Please try again later."),
        [18456] = (14, "Login failed for user 'sa'."),
        [40197] = (20, "The service has encountered an error processing your request. Please try again. Error code 40540."),
        [40501] = (20, "The service is currently busy. Retry the request after 10 seconds. Code: 0."),
        [40613] = (17, "Database on server is not currently available. Please retry the connection later."),
        [49918] = (16, "Cannot process request. Not enough resources to process request. The service is currently busy. Please retry the request later."),
        [49919] = (16, "Cannot process create or update request. Too many create or update operations in progress. Please retry the request later."),
        [49920] = (16, "Cannot process request. Too many operations in progress. Please retry the request later."),
    };

    public static TdsError Of(int number) => _known.TryGetValue(number, out var known)
        ? new(number, known.Severity, known.Message)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "Word this error first.");
}
