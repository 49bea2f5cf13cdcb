using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Reporting.Api.Feed.Batch;

/// <summary>The body of one answer within a batch: the first byte brings the heading with it, and the end leaves the rest open.</summary>
internal sealed class PartBody(Func<PipeWriter> begin) : PipeWriter, IHttpResponseBodyFeature
{
    private PipeWriter? _target;

    public bool HasStarted => _target is not null;

    public override bool CanGetUnflushedBytes => Target.CanGetUnflushedBytes;

    public override long UnflushedBytes => Target.UnflushedBytes;

    PipeWriter IHttpResponseBodyFeature.Writer => this;

    Stream IHttpResponseBodyFeature.Stream => AsStream(leaveOpen: true);

    private PipeWriter Target => _target ??= begin();

    public override Memory<byte> GetMemory(int sizeHint = 0) => Target.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Target.GetSpan(sizeHint);

    public override void Advance(int bytes) => Target.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => Target.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => Target.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        _ = Target;
        return Task.CompletedTask;
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(AsStream(leaveOpen: true), path, offset, count, cancellationToken);

    public Task CompleteAsync() => StartAsync();
}
