namespace Reporting.TestSupport.Tds.Wire;

/// <summary>The codes of the types on the wire.</summary>
internal enum WireType : byte
{
    Guid = 0x24,
    IntN = 0x26,
    DateN = 0x28,
    DateTimeOffsetN = 0x2B,
    NText = 0x63,
    BitN = 0x68,
    DecimalN = 0x6A,
    NumericN = 0x6C,
    FloatN = 0x6D,
    VarBinary = 0xA5,
    VarChar = 0xA7,
    Char = 0xAF,
    NVarChar = 0xE7,
    NChar = 0xEF,
}
