using Reporting.Api.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddReporting();
await using var app = builder.Build();
app.UseReporting();
app.AnnounceWhenStarted();
await app.Services.GetRequiredService<StorePreparation>().RunAsync(app.Lifetime.ApplicationStopping);
await app.RunAsync();
