namespace Reporting.TestSupport.Tds;

/// <summary>Somebody who signs in to one database, and the schema where the names are that they leave unqualified.</summary>
internal sealed record DatabaseUser(string Name, string Password, string Schema);
