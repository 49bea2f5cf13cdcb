using System.Data.Common;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using Reporting.Store.Registry;
using Reporting.Store.Returns;
using Reporting.Store.Tests.Returns;
using Reporting.TestSupport.Faults;

namespace Reporting.Store.Tests.Faults;

/// <summary>What the store makes of a server that fails and of a way that is cut: nothing doubled, nothing lost.</summary>
public sealed class FaultTests : IAsyncLifetime, IDisposable
{
    private const string LastInsert = "INSERT INTO ReturnEvent";
    private static readonly CancellationToken _cancel = CancellationToken.None;

    private static readonly Query _rows = new(
        """
        SELECT (SELECT COUNT(*) FROM ReturnVersion) * 1000000 + (SELECT COUNT(*) FROM ReturnLine) * 10000
            + (SELECT COUNT(*) FROM ReturnEvent) * 100 + (SELECT COUNT(*) FROM JournalEntry WHERE Action = 'essai');
        """);

    private FaultyServer _server = null!;
    private Database _past = null!;
    private Database _database = null!;

    public async Task InitializeAsync()
    {
        _server = await FaultyServer.StartAsync();
        _past = new(_server.Past, TimeProvider.System);
        await new SchemaInstaller(_past, TimeProvider.System).InstallAsync(Author.Service, _cancel);
        await new ReferenceData(_past).InstallAsync(_cancel);
        _database = new(_server.Options, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _database.Dispose();
        _past.Dispose();
    }

    [Theory]
    [InlineData(1205)] // a deadlock's victim
    [InlineData(1222)] // a lock not had in time
    [InlineData(40613)] // a fail-over
    [InlineData(40501)] // throttled, and hung up on
    [InlineData(40197)]
    [InlineData(49918)]
    [InlineData(10928)]
    [InlineData(10929)]
    public async Task A_write_that_the_server_interrupts_is_made_once(int number)
    {
        _server.Faults.FailStatement(LastInsert, number, times: 2);
        Assert.True(await AppendAsync());
        Assert.Equal(2, _server.Faults.Struck);
        await AssertOneReturnAsync();
    }

    [Theory]
    [InlineData(1205)]
    [InlineData(40613)]
    [InlineData(40501)]
    public async Task A_read_that_the_server_interrupts_is_answered(int number)
    {
        _server.Faults.FailStatement("FROM Campaign", number, times: 2);
        Assert.Equal(4, (await new CampaignStore(_database).AllAsync(null, _cancel)).Count);
        Assert.Equal(2, _server.Faults.Struck);
    }

    [Theory]
    [InlineData(4060)] // the database is not open yet
    [InlineData(40613)]
    public async Task A_sign_in_that_is_refused_for_a_moment_is_tried_again(int number)
    {
        _server.Faults.FailLogin(number, times: 2);
        Assert.True(await AppendAsync());
        Assert.Equal(2, _server.Faults.Struck);
        await AssertOneReturnAsync();
    }

    [Fact]
    public async Task A_write_that_takes_longer_than_a_command_may_is_made_once()
    {
        using var hurried = new Database(_server.Within(connectSeconds: 15, commandSeconds: 2), TimeProvider.System);
        _server.Faults.DelayStatement(LastInsert, TimeSpan.FromMinutes(5));
        Assert.True(await AppendAsync(hurried));
        Assert.Equal(1, _server.Faults.Struck);
        await AssertOneReturnAsync();
    }

    [Theory]
    [InlineData(CommitCut.BeforeTheServer)]
    [InlineData(CommitCut.BeforeTheAnswer)]
    public async Task A_commit_whose_connection_is_cut_is_made_once_whether_or_not_it_had_taken_place(CommitCut cut)
    {
        _server.Way.NextCommit = cut;
        Assert.True(await AppendAsync());
        Assert.Equal(CommitCut.Never, _server.Way.NextCommit);
        await AssertOneReturnAsync();
    }

    [Fact]
    public async Task Connections_that_died_in_the_pool_are_replaced()
    {
        Assert.Equal(4, (await new CampaignStore(_database).AllAsync(null, _cancel)).Count);
        _server.Way.Cut();
        Assert.Equal(4, (await new CampaignStore(_database).AllAsync(null, _cancel)).Count);
        _server.Way.Cut();
        Assert.True(await AppendAsync());
        await AssertOneReturnAsync();
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_to_be_and_is_found_again_once_it_is_back()
    {
        using var hurried = new Database(_server.Within(connectSeconds: 1, commandSeconds: 30), TimeProvider.System);
        await _server.Way.CloseAsync();
        var write = await Assert.ThrowsAnyAsync<DbException>(() => AppendAsync(hurried));
        var read = await Assert.ThrowsAnyAsync<DbException>(() => new CampaignStore(hurried).AllAsync(null, _cancel));
        Assert.True(Database.IsAway(write), write.Message);
        Assert.True(Database.IsAway(read), read.Message);

        _server.Way.Open();
        Assert.True(await UntilBackAsync(() => AppendAsync(hurried)));
        await AssertOneReturnAsync();
    }

    [Fact]
    public async Task Slow_answers_are_waited_for()
    {
        _server.Way.Delay = TimeSpan.FromMilliseconds(100);
        Assert.True(await AppendAsync());
        await AssertOneReturnAsync();
    }

    [Fact]
    public async Task Rows_cut_off_in_the_middle_are_not_taken_for_all_of_them()
    {
        _server.Way.MostBytes = 1500;
        await Assert.ThrowsAnyAsync<DbException>(async () =>
        {
            await using var open = await _database.StreamAsync(
                command => command.CommandText = "SELECT t.Siren, t.Name FROM Territory t;", _cancel);
            while (await open.Rows.ReadAsync(_cancel))
            {
            }
        });
    }

    [Fact]
    public async Task Many_writers_through_many_faults_leave_one_return_each_and_a_whole_journal()
    {
        var territories = (await new TerritoryStore(_past).AllAsync(null, _cancel)).Select(territory => territory.Siren).ToList();
        _server.Faults.FailStatement("INSERT INTO ReturnLine", 1205, times: 5);
        _server.Faults.FailStatement("INSERT INTO ReturnVersion", 40501, times: 3);
        using var done = new CancellationTokenSource();
        var trouble = Task.Run(async () =>
        {
            for (var n = 0; !done.IsCancellationRequested; n++)
            {
                _server.Way.NextCommit = n % 2 == 0 ? CommitCut.BeforeTheServer : CommitCut.BeforeTheAnswer;
                await Task.Delay(50);
            }
        });
        await Task.WhenAll(territories.Select(siren => Task.Run(() => UntilBackAsync(() => AppendAsync(territory: siren)))));
        await done.CancelAsync();
        await trouble;

        Assert.Equal(8, _server.Faults.Struck);
        var count = territories.Count;
        Assert.Equal((count * 1_000_000) + (3 * count * 10_000) + (count * 100) + count, await _past.FindAsync<int>(_rows, null, _cancel));
        Assert.IsType<JournalVerdict.Whole>(await new JournalStore(_past).VerifyAsync(null, null, _cancel));
    }

    private Task<bool> AppendAsync(Database? database = null, string territory = SampleReturn.Rennes) =>
        new ReturnStore(database ?? _database).AppendAsync(SampleReturn.Of(territory: territory), TestActs.New(), _cancel);

    private async Task AssertOneReturnAsync() => Assert.Equal(1_030_101, await _past.FindAsync<int>(_rows, null, _cancel));

    // As a client does that is told to come back.
    private static async Task<T> UntilBackAsync<T>(Func<Task<T>> work)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return await work();
            }
            catch (DbException error) when (Database.IsAway(error))
            {
                await Task.Delay(200, patience.Token);
            }
        }
    }
}
