namespace Reporting.Benchmarks.Participations;

/// <summary>Numbers that look random and are the same every time (splitmix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(double share) => Next() < share * ulong.MaxValue;

    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
