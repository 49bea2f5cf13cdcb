namespace Reporting.Api.Webhooks;

internal static class WebhookSetup
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddHttpClient(WebhookSender.Client, client => client.Timeout = WebhookConnection.Patience)
            .ConfigurePrimaryHttpMessageHandler(() => WebhookConnection.Handler(publicOnly: !environment.IsDevelopment()))
            // The addresses of receivers are theirs: what is logged is the webhook.
            .RemoveAllLoggers();
        return services
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookDispatcher>()
            .AddHostedService<WebhookWorker>();
    }
}
