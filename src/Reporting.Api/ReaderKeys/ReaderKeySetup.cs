namespace Reporting.Api.ReaderKeys;

internal static class ReaderKeySetup
{
    public static IServiceCollection AddReaderKeys(this IServiceCollection services) =>
        services.AddSingleton<ReaderKeySecrets>().AddSingleton<ReaderKeyCheck>();
}
