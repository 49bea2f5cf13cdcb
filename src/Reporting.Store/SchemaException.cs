namespace Reporting.Store;

/// <summary>The store's schema and this release do not fit each other.</summary>
public sealed class SchemaException(SchemaFault fault, string script, string place)
    : Exception($"{fault}: script {script} of {place}")
{
    public SchemaFault Fault => fault;

    /// <summary>The script that tells it.</summary>
    public string Script => script;

    public string Place => place;
}

public enum SchemaFault
{
    /// <summary>A script already applied is not the one of this release: history is not rewritten.</summary>
    ScriptChanged,

    /// <summary>The store holds a script that this release does not know.</summary>
    NewerSchema,

    /// <summary>A script of this release is not applied, and whoever asks may not apply it.</summary>
    ScriptMissing,
}
