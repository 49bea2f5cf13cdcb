using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Feed.Requests;
using Reporting.Api.ReaderKeys;

namespace Reporting.Api.Feed.Batch;

/// <summary>One request of a batch and its answer, as the endpoint sees any other: with the same caller, and leaving with it.</summary>
internal sealed class BatchPart
{
    private readonly HttpContext _batch;
    private readonly PartBody _body;
    private readonly PartResponse _response;

    public BatchPart(HttpContext batch, BatchRequest request, BatchAnswer answer)
    {
        _batch = batch;
        _response = new(() => _body!.HasStarted);
        _body = new(() =>
        {
            _response.Start();
            return answer.Begin(request, Context!.Response);
        });
        Request = new()
        {
            Protocol = batch.Request.Protocol,
            Scheme = batch.Request.Scheme,
            PathBase = batch.Request.PathBase,
            Method = request.Method,
            Headers = request.Headers,
        };
        // The answers leave in one body, which is compressed as a whole or not at all; and they come from one host.
        Request.Headers.Remove(HeaderNames.AcceptEncoding);
        Request.Headers.Host = batch.Request.Headers.Host;
        Context = new DefaultHttpContext(Features())
        {
            RequestServices = batch.RequestServices,
            User = batch.User,
        };
        Context.SetEndpoint(batch.GetEndpoint());
    }

    public HttpContext Context { get; }

    private HttpRequestFeature Request { get; }

    /// <summary>Sends the request to the endpoint that the batch came to.</summary>
    /// <param name="relative">Its URL below the service root, percent-encoded.</param>
    public Task SendAsync(string relative)
    {
        relative = ReaderKeyParameter.Without(relative);
        var mark = relative.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? relative : relative[..mark];
        Request.Path = $"{FeedRequest.Prefix}/{Uri.UnescapeDataString(path)}";
        Request.QueryString = mark < 0 ? "" : relative[mark..];
        Request.RawTarget = $"{Request.PathBase}{FeedRequest.Prefix}/{relative}";
        return _batch.GetEndpoint()!.RequestDelegate!(Context);
    }

    private FeatureCollection Features()
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(Request);
        features.Set<IHttpResponseFeature>(_response);
        features.Set<IHttpResponseBodyFeature>(_body);
        features.Set(_batch.Features.Get<IHttpConnectionFeature>());
        features.Set(_batch.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>());
        return features;
    }
}
