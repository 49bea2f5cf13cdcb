using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reporting.Api.Idempotency;
using Reporting.Api.PlainText;
using Reporting.Api.Problems;

namespace Reporting.Api.OpenApi;

/// <summary>French descriptions of path parameters, problem responses and headers, and the example bodies.</summary>
internal sealed class OperationTransformer(RetentionSettings retention) : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["annee"] = "L'année que les chiffres décrivent, de 2024 à 2027.",
        ["siren"] = "SIREN du territoire.",
        ["code"] = "Code de l'indicateur.",
        ["evenement"] = "Identifiant de l'événement, celui de l'en-tête « webhook-id ».",
        ["id"] = "Identifiant donné à la création.",
        ["version"] = "Numéro de version ; la dernière à défaut.",
    };

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["PosterRemontee"] = "remontee.json",
        ["SimulerRemontee"] = "remontee.json",
        ["EnregistrerContrat"] = "contrat.json",
    };

    private static readonly HashSet<string> Versioned =
        ["LireRemontee", "PosterRemontee", "DeposerRemontee", "ValiderRemontee", "RenvoyerRemontee"];

    private static readonly Dictionary<string, string> Preconditions = new()
    {
        ["If-Match"] = "Étiquette (ETag) de la remontée que l'envoi remplace : 412 si elle a changé depuis.",
        ["If-None-Match"] = "« * » : 412 si la remontée existe déjà.",
    };

    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "");
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = Describe(operation, status, response.Description);
        }

        DescribeVersioning(operation);
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
        if (endpoint.OfType<TextFormat>().Any())
        {
            DescribeText(operation);
        }

        if (context.Description.HttpMethod is { } method && IdempotentRoutes.Writes(method, endpoint))
        {
            DescribeIdempotency(operation);
        }

        if (operation.OperationId is { } id
            && Examples.TryGetValue(id, out var file)
            && operation.RequestBody?.Content?.TryGetValue("application/json", out var content) is true)
        {
            content.Example = ReadExample(file);
        }

        return Task.CompletedTask;
    }

    private static void DescribeVersioning(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id || !Versioned.Contains(id))
        {
            return;
        }

        foreach (var response in operation.Responses!.Where(pair => pair.Key.StartsWith('2')).Select(pair => pair.Value).OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["ETag"] = new OpenApiHeader
            {
                Description = "Étiquette de la remontée : elle change à chaque version et à chaque changement d'état.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }

        foreach (var (name, description) in id is "LireRemontee" ? [] : Preconditions)
        {
            operation.Parameters?.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    private void DescribeIdempotency(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header,
            In = ParameterLocation.Header,
            Description = $"Clé choisie par le client, un UUID par exemple : le même envoi répété avec elle reçoit la même réponse, pendant {retention.AnswerDays} jour{(retention.AnswerDays > 1 ? "s" : "")} au moins, et n'a d'effet qu'une fois. Un refus n'est pas retenu.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.Longest },
        });
        foreach (var response in operation.Responses!.Where(pair => pair.Key.StartsWith('2')).Select(pair => pair.Value).OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[IdempotencyKey.Replayed] = new OpenApiHeader
            {
                Description = "« true » quand la réponse est celle d'un envoi antérieur avec la même clé.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    private static void DescribeText(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = TextFormat.Parameter,
            In = ParameterLocation.Query,
            Description = "« texte » pour une réponse, ou un refus, en français à lire ; « json » à défaut. « Accept: text/plain » fait de même.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>())
        {
            response.Content ??= new Dictionary<string, OpenApiMediaType>();
            response.Content[MediaTypeNames.Text.Plain] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    private static string Describe(OpenApiOperation operation, string status, string? description) => status switch
    {
        "200" => "Fait.",
        "201" => "Créé : première version.",
        _ when int.TryParse(status, out var code) && code >= 400 => string.Join(" ; ",
            ProblemType.All.Where(type => type.Status == code && (type.Operation ?? operation.OperationId) == operation.OperationId).Select(type => $"{type.Title} ({type.Urn})")) + ".",
        _ => description ?? "",
    };

    private static JsonNode? ReadExample(string file)
    {
        using var stream = typeof(OperationTransformer).Assembly.GetManifestResourceStream($"examples/{file}")!;
        return JsonNode.Parse(stream);
    }
}
