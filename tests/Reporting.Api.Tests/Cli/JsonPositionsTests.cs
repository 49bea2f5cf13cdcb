using System.Text;
using Reporting.Cli.Files;

namespace Reporting.Api.Tests.Cli;

public sealed class JsonPositionsTests
{
    [Theory]
    [InlineData("""{"a":1}""", "", "1:1")]
    [InlineData("  [1]", "", "1:3")]
    [InlineData("""{"a":1}""", "/a", "1:6")]
    [InlineData("""{"a" : {"b":[10,20]}}""", "/a/b/1", "1:17")]
    [InlineData("""{"a":{"x":1},"b":{"x":2}}""", "/b/x", "1:23")]
    [InlineData("""[[1,2],[3,[4,5]]]""", "/1/1/0", "1:12")]
    [InlineData("""{"":7}""", "/", "1:5")]
    [InlineData("42", "", "1:1")]
    public void A_pointer_leads_to_the_start_of_its_value(string json, string path, string position) =>
        Assert.Equal(position, Find(json, path));

    [Theory]
    [InlineData("""{"a/b":1}""", "/a~1b", "1:8")]
    [InlineData("""{"m~n":1}""", "/m~0n", "1:8")]
    [InlineData("""{"~1":1}""", "/~01", "1:7")]
    [InlineData("""{"c%d":1}""", "/c%d", "1:8")]
    [InlineData("""{"\u0061\"":1}""", "/a\"", "1:13")]
    public void Escapes_of_the_pointer_and_of_the_file_are_both_read(string json, string path, string position) =>
        Assert.Equal(position, Find(json, path));

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2\n}", "/b", "3:8")]
    [InlineData("{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}", "/b", "3:8")]
    [InlineData("{\r  \"a\": 1,\r  \"b\": 2\r}", "/b", "3:8")]
    [InlineData("{\n\r\n\"a\":\r\n\r\n1}", "/a", "5:1")]
    public void Every_kind_of_line_end_counts_once(string json, string path, string position) =>
        Assert.Equal(position, Find(json, path));

    [Theory]
    [InlineData("""{"é":"à","b":1}""", "/b", "1:14")]
    [InlineData("""{"é":"à","b":1}""", "/é", "1:6")]
    [InlineData("""{"😀":"€","b":1}""", "/b", "1:14")]
    public void A_character_is_one_column_however_many_bytes_it_takes(string json, string path, string position) =>
        Assert.Equal(position, Find(json, path));

    [Theory]
    [InlineData("""{"a": {"b": 1}}""", "/a/c", "1:7")]
    [InlineData("""{"a": {"b": 1}}""", "/a/c/d/0", "1:7")]
    [InlineData("""{"a": {"b": 1}}""", "/a/b/c", "1:13")]
    [InlineData("""{"a": [1, 2]}""", "/a/2", "1:7")]
    [InlineData("""{"a": [1, 2]}""", "/a/-", "1:7")]
    [InlineData("""{"a": [1, 2]}""", "/a/01", "1:7")]
    [InlineData("""{"a": [1, 2]}""", "/a/+1", "1:7")]
    [InlineData("""{"a": [1, 2]}""", "/a/99999999999999999999", "1:7")]
    [InlineData(""" {"a": 1}""", "not a pointer", "1:2")]
    [InlineData(""" {"A": 1}""", "/a", "1:2")]
    public void What_is_missing_is_placed_at_its_nearest_existing_ancestor(string json, string path, string position) =>
        Assert.Equal(position, Find(json, path));

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "/a", "1:12")]
    [InlineData("""{"a":{"x":1},"a":{"y":2}}""", "/a/x", "1:18")]
    [InlineData("""{"a":{"x":1},"a":{"y":2}}""", "/a/y", "1:23")]
    public void Of_repeated_members_the_last_counts(string json, string path, string position) =>
        Assert.Equal(position, Find(json, path));

    [Fact]
    public void Nesting_is_followed_however_deep()
    {
        var json = new string('[', 2000) + "7" + new string(']', 2000);

        Assert.Equal("1:2001", Find(json, string.Concat(Enumerable.Repeat("/0", 2000))));
    }

    private static string Find(string json, string pointer) =>
        JsonPositions.Find(Encoding.UTF8.GetBytes(json), pointer).ToString();
}
