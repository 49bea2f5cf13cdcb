using Microsoft.AspNetCore.Authorization;
using Reporting.Api.Problems;

namespace Reporting.Api.Hosting;

/// <summary>Refuses, until the store is prepared, what needs it: every endpoint but those that anyone may call.</summary>
internal static class PreparedStore
{
    public static void UsePreparedStore(this WebApplication app)
    {
        var preparation = app.Services.GetRequiredService<StorePreparation>();
        app.Use(next => context =>
            preparation.IsDone
            || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                ? next(context)
                : Problem.StoreAway(mayHaveTakenPlace: false).ExecuteAsync(context));
    }
}
