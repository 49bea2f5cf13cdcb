namespace Reporting.Api.Limits;

/// <summary>What the requests of a client are counted as.</summary>
internal enum Quota
{
    Reads,
    Writes,
    Counts,
    Anonymous,
}
