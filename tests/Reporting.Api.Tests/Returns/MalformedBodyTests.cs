using System.Net;
using System.Text;

namespace Reporting.Api.Tests.Returns;

public sealed class MalformedBodyTests(OpenCampaign campaign) : IClassFixture<OpenCampaign>
{
    private static readonly HttpStatusCode[] Refusals =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType,
        HttpStatusCode.UnprocessableEntity,
    ];

    public static TheoryData<string> Families => [.. MalformedBodies.Families.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Whatever_is_no_return_is_refused_with_a_typed_problem_and_leaves_nothing(string family)
    {
        var failures = new List<string>();
        foreach (var body in MalformedBodies.Families[family])
        {
            using var put = body.Request(HttpMethod.Put, OpenCampaign.Route);
            using var simulation = body.Request(HttpMethod.Post, $"{OpenCampaign.Route}/simulation");
            foreach (var request in (HttpRequestMessage[])[put, simulation])
            {
                using var response = await campaign.Metropole.SendAsync(request);
                if (await ComplaintAsync(response) is { } complaint)
                {
                    failures.Add($"{request.Method} {body}: {complaint}");
                }
            }
        }

        Assert.Empty(failures);
        using var stored = await campaign.Metropole.GetAsync(OpenCampaign.Of(OpenCampaign.Route));
        Assert.Equal(HttpStatusCode.NotFound, stored.StatusCode);
    }

    [Fact]
    public void More_than_five_hundred_bodies_differ_in_bytes_or_announcement()
    {
        var bodies = MalformedBodies.Families.Values.SelectMany(family => family).ToList();
        Assert.True(bodies.DistinctBy(body => body.Identity).Count() > 500);
    }

    [Fact]
    public async Task The_same_requests_with_a_sound_body_of_up_to_one_mebibyte_are_counted()
    {
        var padded = Encoding.UTF8.GetBytes(MalformedBodies.Example);
        padded = [.. padded, .. Enumerable.Repeat((byte)' ', (1024 * 1024) - padded.Length)];
        MalformedBody[] sound =
        [
            new("the example", MalformedBodies.Example),
            new("with a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(MalformedBodies.Example)]),
            new("with its charset", Encoding.UTF8.GetBytes(MalformedBodies.Example), "application/json; charset=\"UTF-8\""),
            new("one mebibyte", padded),
            new("nearly as much in chunks, whose framing counts too", padded[..^4096], Chunked: true),
            new("a known empty field", MalformedBodies.Contribution(",\"modalite\":\"accompagnement\",\"doublons\":null")),
            new("a number with an exponent", MalformedBodies.Contribution(",\"modalite\":\"accompagnement\",\"horsPublic\":1E0")),
        ];
        foreach (var body in sound)
        {
            using var request = body.Request(HttpMethod.Post, $"{OpenCampaign.Route}/simulation");
            using var response = await campaign.Metropole.SendAsync(request);
            Assert.Equal((body.Name, HttpStatusCode.OK), (body.Name, response.StatusCode));
            Assert.True((await OpenCampaign.ReadAsync(response)).GetProperty("acceptable").GetBoolean());
        }
    }

    private static async Task<string?> ComplaintAsync(HttpResponseMessage response)
    {
        if (!Refusals.Contains(response.StatusCode))
        {
            return $"answered {(int)response.StatusCode}";
        }

        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"answered {response.Content.Headers.ContentType}";
        }

        var problem = await OpenCampaign.ReadAsync(response);
        return problem.GetProperty("type").GetString()!.StartsWith("urn:reporting:", StringComparison.Ordinal)
            && problem.GetProperty("status").GetInt32() == (int)response.StatusCode
            ? null
            : problem.ToString();
    }
}
