using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Reporting.Api.Tests.Idempotency;

/// <summary>While armed, fails a request at the first sign of success: its transaction is committed, its answer is not given.</summary>
internal sealed class CrashBeforeAnswer : IStartupFilter
{
    public bool IsArmed { get; set; }

    public int Crashes { get; private set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            if (IsArmed && http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
            {
                http.Features.Set<IHttpResponseFeature>(new Failing(this, http.Features.GetRequiredFeature<IHttpResponseFeature>()));
            }

            await rest(http);
        });
        next(app);
    };

    private sealed class Failing(CrashBeforeAnswer crash, IHttpResponseFeature inner) : IHttpResponseFeature
    {
        private bool _hasCrashed;

        public int StatusCode
        {
            get => inner.StatusCode;
            set
            {
                if (!_hasCrashed && value is >= 200 and < 300)
                {
                    _hasCrashed = true;
                    crash.Crashes++;
                    throw new IOException("The process died here, so to speak.");
                }

                inner.StatusCode = value;
            }
        }

        public string? ReasonPhrase { get => inner.ReasonPhrase; set => inner.ReasonPhrase = value; }

        public Microsoft.AspNetCore.Http.IHeaderDictionary Headers { get => inner.Headers; set => inner.Headers = value; }

        [Obsolete("As the interface says.")]
        public Stream Body { get => inner.Body; set => inner.Body = value; }

        public bool HasStarted => inner.HasStarted;

        public void OnStarting(Func<object, Task> callback, object state) => inner.OnStarting(callback, state);

        public void OnCompleted(Func<object, Task> callback, object state) => inner.OnCompleted(callback, state);
    }
}
