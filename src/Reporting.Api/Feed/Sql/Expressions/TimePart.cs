namespace Reporting.Api.Feed.Sql.Expressions;

internal enum TimePart
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    FractionalSeconds,
}
