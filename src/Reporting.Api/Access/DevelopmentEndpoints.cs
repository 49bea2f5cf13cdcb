using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Reporting.Api.Problems;

namespace Reporting.Api.Access;

/// <summary>What Development alone offers: a token for each role.</summary>
internal static class DevelopmentEndpoints
{
    public static void MapDevelopment(this IEndpointRouteBuilder app)
    {
        app.MapGet("/dev/jetons/{role}", Token)
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapGet("/dev/connexion.js", () => Results.Text(SignInScript, "text/javascript"))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static Results<Ok<TokenAnswer>, Problem> Token(
        string role,
        [FromQuery(Name = "territoire")] string[]? territories,
        [FromQuery(Name = "region")] string[]? regions,
        DevelopmentTokens tokens) =>
        role.Split('+') is var roles && roles.All(Roles.All.Contains)
            ? TypedResults.Ok(new TokenAnswer(tokens.Create(roles, territories ?? [], regions ?? [])))
            : Problem.NotFound($"Il n'y a pas de rôle « {role} » : {string.Join(", ", Roles.All)}, ou plusieurs joints par « + ».");

    internal sealed record TokenAnswer(
        [property: JsonPropertyName("jeton"), Description("Jeton à porter dans Authorization: Bearer …")] string Token);

    // Adds one button a role above the page, which signs in as that role.
    private const string SignInScript =
        """
        window.addEventListener('load', () => {
          const bar = document.createElement('p');
          bar.style = 'margin:1rem auto;max-width:1460px;padding:0 20px;font-family:sans-serif';
          bar.append('Se connecter comme : ');
          const scope = { metropole: '?territoire=243500139', commissaire: '?region=53' };
          for (const role of ['metropole', 'commissaire', 'dgcs', 'lecteur']) {
            const button = document.createElement('button');
            button.textContent = role;
            button.style = 'margin-right:.5rem';
            button.onclick = async () => {
              const answer = await fetch('/dev/jetons/' + role + (scope[role] || ''));
              window.ui.preauthorizeApiKey('jeton', (await answer.json()).jeton);
              for (const other of bar.querySelectorAll('button')) other.disabled = other === button;
            };
            bar.append(button);
          }
          document.body.prepend(bar);
        });
        """;
}
