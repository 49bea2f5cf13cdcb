using Serilog.Core;
using Serilog.Events;

namespace Reporting.Api.Hosting;

/// <summary>Keeps query strings out of the log, at whatever level it is told to write: some carry a key.</summary>
internal sealed class QueryStringsLeftOut : ILogEventEnricher
{
    private const string Property = "QueryString";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.ContainsKey(Property))
        {
            logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty(Property, ""));
        }
    }
}
