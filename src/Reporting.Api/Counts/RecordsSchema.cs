using System.Net.Mime;
using Microsoft.OpenApi;

namespace Reporting.Api.Counts;

/// <summary>Describes a body that is no JSON document, and how it may be compressed.</summary>
internal static class RecordsSchema
{
    private const string Columns = "Colonnes : action, indicateur, personne, date (obligatoires), menage, age ou naissance et debut, age_enfant, modalite, suite, pro_forme, demandeur_emploi, financement, categories, session, issue, quantite, exclusion.";

    private const string Example =
        """
        action;indicateur;personne;menage;date;modalite;suite
        1.1;ENF-1;7f3a;m12;2024-03-05;reperage;1

        """;

    public static void Describe(OpenApiOperation operation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = Columns,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaTypeNames.Text.Csv] = Text(Example),
                [PostedRecords.Ndjson] = Text("{\"action\":\"1.1\",\"indicateur\":\"ENF-1\",\"personne\":\"7f3a\",\"menage\":\"m12\",\"date\":\"2024-03-05\",\"modalite\":\"reperage\",\"suite\":1}\n"),
            },
        };
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "Content-Encoding",
            In = ParameterLocation.Header,
            Description = "« gzip » ou « br » ; absent, le corps n'est pas compressé.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static OpenApiMediaType Text(string example) =>
        new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };
}
