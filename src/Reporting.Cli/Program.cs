using System.Globalization;
using System.Text;
using Reporting.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("fr");

return await CommandLine.RunAsync(args, Shell.OfThisProcess());
