using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Reporting.Domain.FollowUp;
using Reporting.Domain.Territories;

namespace Reporting.Api.FollowUp;

/// <summary>The reminders of a territory as an Atom feed (RFC 4287). The same reminders always give the same bytes.</summary>
internal static class ReminderFeed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    /// <param name="territory">The territory.</param>
    /// <param name="reminders">Its reminders, the latest first.</param>
    /// <param name="knownSince">When the feed was last updated, as long as there is no reminder.</param>
    public static byte[] Write(Territory territory, IReadOnlyList<Reminder> reminders, DateTimeOffset knownSince)
    {
        var feed = new SyndicationFeed
        {
            Id = Id(territory, "rappels"),
            Title = new($"Remontées de {territory.Name}"),
            LastUpdatedTime = reminders is [] ? knownSince : reminders[0].At,
            Language = "fr",
            Items = [.. reminders.Select(reminder => Entry(territory, reminder))],
        };
        feed.Authors.Add(new() { Name = "Reporting" });
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            feed.GetAtom10Formatter().WriteTo(xml);
        }

        return written.ToArray();
    }

    private static SyndicationItem Entry(Territory territory, Reminder reminder) => new()
    {
        Id = Id(territory, reminder.Key),
        Title = new(FollowUpTexts.Title(reminder)),
        Content = new TextSyndicationContent(FollowUpTexts.Title(reminder)),
        PublishDate = reminder.At,
        LastUpdatedTime = reminder.At,
    };

    private static string Id(Territory territory, string key) => $"urn:reporting:rappel:{territory.Siren}:{key}";
}
