namespace Reporting.TestSupport.Faults;

/// <summary>Faults that the stand-in is told to have: each strikes what it matches, as many times as it says.</summary>
public sealed class FaultPlan
{
    private readonly Lock _turn = new();
    private readonly List<Fault> _faults = [];
    private int _struck;

    /// <summary>How many faults have struck so far.</summary>
    public int Struck => Volatile.Read(ref _struck);

    /// <summary>Answers a request whose text contains <paramref name="text"/> with an error instead of running it.</summary>
    public void FailStatement(string text, int number, int times = 1) => Add(new(Moment.Statement, text, number, TimeSpan.Zero, times));

    /// <summary>Refuses sign-ins with an error.</summary>
    public void FailLogin(int number, int times = 1) => Add(new(Moment.Login, "", number, TimeSpan.Zero, times));

    /// <summary>Lets a request wait before it runs.</summary>
    public void DelayStatement(string text, TimeSpan delay, int times = 1) => Add(new(Moment.Statement, text, null, delay, times));

    /// <summary>From now on nothing goes wrong.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            _faults.Clear();
        }
    }

    internal Task AtLoginAsync(CancellationToken cancel) => StrikeAsync(Moment.Login, "", cancel);

    internal Task AtStatementAsync(string text, CancellationToken cancel) => StrikeAsync(Moment.Statement, text, cancel);

    private async Task StrikeAsync(Moment moment, string text, CancellationToken cancel)
    {
        if (Next(moment, text) is not { } fault)
        {
            return;
        }

        Interlocked.Increment(ref _struck);
        await Task.Delay(fault.Delay, cancel);
        if (fault.Number is { } number)
        {
            throw ServerErrors.Of(number);
        }
    }

    private Fault? Next(Moment moment, string text)
    {
        lock (_turn)
        {
            var fault = _faults.Find(fault => fault.Moment == moment && text.Contains(fault.Text, StringComparison.Ordinal));
            if (fault is not null && --fault.Left == 0)
            {
                _faults.Remove(fault);
            }

            return fault;
        }
    }

    private void Add(Fault fault)
    {
        lock (_turn)
        {
            _faults.Add(fault);
        }
    }

    private enum Moment
    {
        Login,
        Statement,
    }

    private sealed class Fault(Moment moment, string text, int? number, TimeSpan delay, int times)
    {
        public Moment Moment => moment;

        public string Text => text;

        public int? Number => number;

        public TimeSpan Delay => delay;

        public int Left { get; set; } = times;
    }
}
