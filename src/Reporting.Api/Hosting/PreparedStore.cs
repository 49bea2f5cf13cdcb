using Reporting.Api.Problems;

namespace Reporting.Api.Hosting;

/// <summary>Refuses, until the store is prepared, what is answered from it.</summary>
internal static class PreparedStore
{
    public static void UsePreparedStore(this WebApplication app)
    {
        var preparation = app.Services.GetRequiredService<StorePreparation>();
        app.Use(next => context =>
            preparation.IsDone || !IsAnsweredFromStore(context.Request.Path)
                ? next(context)
                : Problem.StoreAway(mayHaveTakenPlace: false).ExecuteAsync(context));
    }

    private static bool IsAnsweredFromStore(PathString path) =>
        path.StartsWithSegments("/v1") || path.StartsWithSegments("/odata");
}
