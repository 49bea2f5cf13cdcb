namespace Reporting.Store;

public enum Engine
{
    Sqlite,
    SqlServer,
}
