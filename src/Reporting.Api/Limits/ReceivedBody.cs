namespace Reporting.Api.Limits;

/// <summary>The body of a request, whole.</summary>
internal static class ReceivedBody
{
    /// <exception cref="BadHttpRequestException">It was not there in time, or is larger than the route takes.</exception>
    public static async Task<Stream> OfAsync(HttpContext http, TimeSpan time)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(time);
        var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, patience.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException($"The body was not received within {time}.", StatusCodes.Status408RequestTimeout);
        }

        body.Position = 0;
        return body;
    }
}
