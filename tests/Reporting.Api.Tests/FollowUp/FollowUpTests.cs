using System.Globalization;
using System.Text;
using System.Text.Json;
using Reporting.Api.Tests.Hosting;
using Reporting.Domain.Campaigns;
using Reporting.Store.Campaigns;
using Reporting.Store.Journal;
using static Reporting.Api.Tests.Returns.OpenCampaign;

namespace Reporting.Api.Tests.FollowUp;

public sealed class FollowUpTests : IDisposable
{
    private readonly RunningService _service = new(At("2026-03-10T08:00:00+01:00"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Each_return_is_followed_from_nothing_to_deposit_with_its_delay()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await OneDeposit.SignAsync(_service);

        var before = await RowAsync(dgcs, RunningService.Rennes);
        Assert.Equal(("absente", 2, 0, 21), (Text(before, "etat"), Int(before, "lignesAttendues"), Int(before, "lignesDonnees"), Int(before, "joursRestants")));
        Assert.Equal("DRO-5 DRO-6", string.Join(' ', before.GetProperty("indicateursManquants").EnumerateArray()));
        Assert.Equal("2026-04-01T00:00:00+02:00", Text(before, "echeance"));

        await OneDeposit.SendAsync(rennes, HttpMethod.Put, Route, OneDeposit.Partial);
        var draft = await RowAsync(dgcs, RunningService.Rennes);
        Assert.Equal(("brouillon", 1, 1), (Text(draft, "etat"), Int(draft, "derniereVersion"), Int(draft, "lignesDonnees")));
        Assert.Equal(["DRO-5"], draft.GetProperty("indicateursManquants").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal("2026-03-10T08:00:00+01:00", Text(draft, "derniereActivite"));
        Assert.False(draft.TryGetProperty("deposeLe", out _));

        _service.Clock.SetUtcNow(At("2026-03-12T09:00:00+01:00"));
        await OneDeposit.SendAsync(rennes, HttpMethod.Put, Route, OneDeposit.Whole);
        await OneDeposit.SendAsync(rennes, HttpMethod.Post, $"{Route}/depot", null);
        _service.Clock.SetUtcNow(At("2026-04-03T09:00:00+02:00"));
        var deposited = await RowAsync(dgcs, RunningService.Rennes);
        Assert.Equal(("deposee", 2, 2), (Text(deposited, "etat"), Int(deposited, "lignesDonnees"), Int(deposited, "versionAExaminer")));
        Assert.Equal("2026-03-12T09:00:00+01:00", Text(deposited, "aExaminerDepuis"));
        Assert.Equal("2026-03-12T09:00:00+01:00", Text(deposited, "deposeLe"));
        Assert.False(deposited.TryGetProperty("joursRestants", out _));
        Assert.False(deposited.TryGetProperty("joursRetard", out _));
        Assert.Equal(3, Int(await RowAsync(dgcs, RunningService.Bordeaux), "joursRetard"));

        var totals = (await ReadAsync(dgcs)).GetProperty("totaux");
        Assert.Equal(
            "attendues 23, absentes 22, brouillons 0, deposees 1, renvoyees 0, validees 0, enRetard 22, aExaminer 1",
            string.Join(", ", totals.EnumerateObject().Select(total => $"{total.Name} {total.Value}")));
    }

    [Fact]
    public async Task Who_follows_a_region_and_posts_elsewhere_follows_the_region_alone()
    {
        using var both = await _service.ClientAsync("metropole+commissaire", RunningService.Rennes, "75");

        var followed = (await ReadAsync(both)).GetProperty("territoires").EnumerateArray().Select(row => Text(row, "siren")).ToList();

        Assert.Contains(RunningService.Bordeaux, followed);
        Assert.DoesNotContain(RunningService.Rennes, followed);
    }

    [Fact]
    public async Task A_leave_moves_the_deadline_of_its_territory_alone()
    {
        _service.Clock.SetUtcNow(At("2026-04-10T09:00:00+02:00"));
        using var dgcs = await _service.ClientAsync("dgcs");
        await _service.Get<CampaignStore>().GrantAsync(
            new LateException(
                new Guid("018f0000-0000-7000-8000-000000000001"), 2025, RunningService.Rennes, At("2026-04-10T00:00:00+02:00"),
                "dgcs", At("2026-04-16T00:00:00+02:00"), "Panne"),
            new Act(Author.Service, JournalActions.GrantException),
            CancellationToken.None);

        var rennes = await RowAsync(dgcs, RunningService.Rennes);
        Assert.Equal((5, "2026-04-16T00:00:00+02:00"), (Int(rennes, "joursRestants"), Text(rennes, "echeance")));
        Assert.Equal(10, Int(await RowAsync(dgcs, RunningService.Bordeaux), "joursRetard"));
    }

    [Fact]
    public async Task A_return_sent_back_has_the_time_that_the_reviewer_gave_and_stands_as_sent_back()
    {
        using var dgcs = await _service.ClientAsync("dgcs");
        using var rennes = await _service.ClientAsync("metropole", RunningService.Rennes);
        await OneDeposit.MakeAsync(_service, rennes);
        _service.Clock.SetUtcNow(At("2026-04-03T09:00:00+02:00"));
        await OneDeposit.SendAsync(
            dgcs, HttpMethod.Post, $"{Route}/renvoi", """{"version":1,"commentaire":"À revoir","jusqua":"2026-04-18T00:00:00+02:00"}""");
        var row = await RowAsync(dgcs, RunningService.Rennes);
        Assert.Equal(("renvoyee", 14, "2026-04-18T00:00:00+02:00"), (Text(row, "etat"), Int(row, "joursRestants"), Text(row, "echeance")));
        Assert.False(row.TryGetProperty("versionAExaminer", out _));
        Assert.Equal(1, Int((await ReadAsync(dgcs)).GetProperty("totaux"), "renvoyees"));
    }

    [Fact]
    public async Task A_commissaire_follows_its_regions_alone()
    {
        using var bretagne = await _service.ClientAsync("commissaire", "53");
        var answer = await ReadAsync(bretagne);
        Assert.Equal(
            ["243500139", "242900314"],
            answer.GetProperty("territoires").EnumerateArray().Select(row => Text(row, "siren")).OrderDescending());
        Assert.Equal(2, Int(answer.GetProperty("totaux"), "attendues"));
    }

    [Fact]
    public async Task The_csv_holds_the_same_rows_for_Excel_or_to_the_letter()
    {
        using var bretagne = await _service.ClientAsync("commissaire", "53");
        var excel = await bretagne.GetByteArrayAsync(Of("/v1/campagnes/2025/suivi.csv"));
        Assert.Equal(Encoding.UTF8.GetPreamble(), excel[..3]);
        var strict = await bretagne.GetStringAsync(Of("/v1/campagnes/2025/suivi.csv?format=strict"));
        string[] expected =
        [
            "annee,siren,territoire,departement,region,etat,derniere_version,etat_derniere_version,lignes_attendues,lignes_donnees,indicateurs_manquants,depose_le,premier_depot_le,echeance,jours_restants,jours_retard,derniere_activite,version_a_examiner,a_examiner_depuis",
            "2025,242900314,Brest Métropole,29,53,absente,,,,0,,,,2026-04-01T00:00:00+02:00,21,,,,",
            "2025,243500139,Rennes Métropole,35,53,absente,,,,0,,,,2026-04-01T00:00:00+02:00,21,,,,",
            "",
        ];
        Assert.Equal(expected, strict.Split("\r\n"));
        Assert.Equal(expected.Select(line => line.Replace(',', ';')), Encoding.UTF8.GetString(excel[3..]).Split("\r\n"));
        using var refused = await bretagne.GetAsync(Of("/v1/campagnes/2025/suivi.csv?format=xml"));
        Assert.Equal(400, (int)refused.StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Of("/v1/campagnes/2025/suivi"));
        return await ReadAsync(answer);
    }

    private static Task<JsonElement> ReadAsync(HttpResponseMessage answer) => Returns.OpenCampaign.ReadAsync(answer);

    private static async Task<JsonElement> RowAsync(HttpClient client, string siren) =>
        (await ReadAsync(client)).GetProperty("territoires").EnumerateArray().Single(row => Text(row, "siren") == siren);

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static int Int(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
