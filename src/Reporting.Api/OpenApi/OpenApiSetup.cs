using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Reporting.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document, and the Swagger page that shows it.</summary>
internal static class OpenApiSetup
{
    public const string Document = "v1";
    private const string Address = "/openapi/v1.json";
    private const string SecurityScheme = "jeton";
    private const string KeyScheme = "cleDeLecture";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) =>
        services.AddSingleton<OpenApiText>().AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = type =>
                SchemaNames.Of(type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                DescribeOptionalObjects(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<OperationTransformer>();
            options.AddSchemaTransformer<WireSchemaTransformer>();
        });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi/{documentName}.json", ServeAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/", () => Results.Redirect("/swagger")).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ServeAsync(string documentName, OpenApiText text) =>
        documentName == Document ? Results.Bytes(await text.Value, MediaTypeNames.Application.Json) : Results.NotFound();

    public static void UseSwaggerPage(this WebApplication app) =>
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint(Address, "Reporting v1");
            options.DocumentTitle = "Reporting";
            if (app.Environment.IsDevelopment())
            {
                options.InjectJavascript("/dev/connexion.js");
            }
        });

    // The generator drops the description of a member that may be null and is an object: what it refers to has one.
    private static void DescribeOptionalObjects(OpenApiDocument document)
    {
        var members = document.Components?.Schemas?.Values.SelectMany(schema => schema.Properties?.Values ?? []) ?? [];
        foreach (var member in members.OfType<OpenApiSchema>().Where(member => member.Description is null))
        {
            member.Description = member.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault()?.Description;
        }
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Reporting",
            Version = Document,
            Description = "Remontée nationale des indicateurs des contrats locaux des solidarités (Pacte des solidarités 2024-2027). Chaque mois de mars, chaque territoire signataire poste les chiffres de l'année précédente ; le service les compte selon l'annexe 6 de l'instruction du 27 octobre 2023, explique chaque chiffre et publie les totaux nationaux.",
        };
        document.Servers?.Clear();
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SecurityScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Jeton d'Entra ID, ou d'un autre fournisseur configuré, portant l'un des rôles metropole, commissaire, dgcs ou lecteur.",
            },
            [KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "basic",
                Description = "Une clé de lecture comme mot de passe, sous n'importe quel nom : le rôle lecteur.",
            },
        };
        document.Security =
        [
            new() { [new OpenApiSecuritySchemeReference(SecurityScheme, document)] = [] },
            new() { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] },
        ];
    }
}
