namespace Reporting.Store.Tests;

public sealed class LinkKeyStoreTests
{
    [OnEveryEngine]
    public async Task Every_instance_has_the_key_that_one_of_them_made(TestEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new LinkKeyStore(store.Database, TimeProvider.System).ReadOrMakeAsync(default)));
        Assert.Equal(32, keys[0].Length);
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal(keys[0], await new LinkKeyStore(store.Database, TimeProvider.System).ReadOrMakeAsync(default));
    }

    [OnEveryEngine]
    public async Task No_two_stores_have_the_same(TestEngine engine)
    {
        await using var one = await TestStore.CreateAsync(engine);
        await using var other = await TestStore.CreateAsync(engine);
        Assert.NotEqual(
            await new LinkKeyStore(one.Database, TimeProvider.System).ReadOrMakeAsync(default),
            await new LinkKeyStore(other.Database, TimeProvider.System).ReadOrMakeAsync(default));
    }
}
