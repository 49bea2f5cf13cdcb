using Reporting.Api.Operations;

return await CommandLine.RunAsync(args, Shell.OfThisProcess());
