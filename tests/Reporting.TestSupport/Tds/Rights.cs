namespace Reporting.TestSupport.Tds;

/// <summary>What the stand-in lets its administrator do around tables, as servers that are not one's own differ.</summary>
public enum Rights
{
    Everything,

    /// <summary>Users and schemas in the database that it is given, and no database of its own.</summary>
    NoDatabases,

    /// <summary>Tables and views, and nothing around them.</summary>
    NoUsersEither,
}
