using System.ComponentModel;
using System.Text;
using System.Text.Json.Serialization;
using Reporting.Api.Returns;
using Reporting.Domain.Participations;
using Reporting.Domain.Returns;

namespace Reporting.Api.Counts;

[Description("Un décompte : la remontée prête à poster et le reçu qui l'explique. Rien n'en est gardé.")]
internal sealed record CountAnswer(
    [property: JsonPropertyName("remontee"), Description("La remontée, à compléter de ses cibles puis à poster telle quelle.")] ReturnBody Return,
    [property: JsonPropertyName("recu"), Description("Le reçu : ce qui a été lu, rejeté, retenu, et par quelle règle.")] ReceiptDocument Receipt)
{
    public static CountAnswer From(ParticipationCount count) => new(
        CanonicalBody.Read(Encoding.UTF8.GetString(ReturnDocument.ToUtf8(count.Return))),
        ReceiptDocument.From(count));
}
