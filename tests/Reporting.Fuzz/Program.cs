using System.Globalization;
using Reporting.Api.Tests.Fuzz;

// Reporting.Fuzz [requests] [seed]: exit code 0 when nothing failed and the store is consistent afterwards.
var requests = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
var seed = args is [_, var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 2027;
var started = TimeProvider.System.GetTimestamp();
var result = await FuzzRun.RunAsync(requests, seed, sent => Console.Error.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{sent} of {requests}, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:F0} s")));
Console.WriteLine(result);
return result.IsSound ? 0 : 1;
