using Reporting.Store.Journal;

namespace Reporting.Store;

/// <summary>One write, however often it has to be tried.</summary>
internal sealed class Write<T>(IReadOnlyList<Act> acts, Func<Session, Task<T>> work)
{
    private T? _result;

    public IReadOnlyList<Act> Acts => acts;

    public Func<Session, Task<T>> Work => work;

    public bool HasNoTimeLimit { get; init; }

    /// <summary>Whether a try got as far as its commit, so that nothing but the store knows whether it succeeded.</summary>
    public bool MayHaveTakenPlace { get; private set; }

    /// <summary>What the try that got as far as its commit had made.</summary>
    public T Result => MayHaveTakenPlace ? _result! : throw new InvalidOperationException("Nothing was committed.");

    public void Committing(T result)
    {
        _result = result;
        // A transaction without an act leaves no trace to find: it must be one that can be made twice.
        MayHaveTakenPlace = acts.Count > 0;
    }
}
