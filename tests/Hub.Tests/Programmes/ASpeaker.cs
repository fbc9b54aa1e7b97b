using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Tests.Events;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Programmes;

/// <summary>A day with people on stage, and what becomes of asking them.</summary>
internal static class ASpeaker
{
    public const string Name = "Awa Dembasse";
    public const string Email = "awa@mairie.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(HubApp app)
    {
        /// <summary>A public day whose programme names two people, one of them in two sessions.</summary>
        public async Task<(Edition Edition, Organisation Organisation)> StageAsync()
        {
            var organisation = An.Organisation();
            var edition = An.Edition(organisation);
            await app.SaveAsync(
                organisation, edition,
                ADay.Session(edition, "Table ronde", 0, speakers: $"{Name}, directrice\nNoé Lanvallay, maire"), ADay.Session(edition, "Débat", 2, speakers: Name));
            return (edition, organisation);
        }

        public Task<SpeakerOutcome> InviteAsync(Edition edition, string email, string name = Name) =>
            app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.InviteAsync(edition.Id, name, email, null, Ct));

        public Task<int> RemindAsync(Edition edition) => app.AskAsync<SpeakerOffice, int>(office => office.RemindAsync(edition.Id, null, Ct));

        public Task<SpeakerInvitation> InvitationAsync(Edition edition, string name = Name) =>
            app.ReadAsync(db => db.SpeakerInvitations.AsNoTracking().SingleAsync(i => i.EditionId == edition.Id && i.Name == name, Ct));

        /// <returns>Path of the personal page, as mailed.</returns>
        public async Task<string> AskToSpeakAsync(Edition edition, string email, string name = Name)
        {
            Assert.Equal(SpeakerOutcome.Done, await app.InviteAsync(edition, email, name));
            return (await app.MailsToAsync(email))[^1].LinkTo("/intervenir/");
        }
    }

    /// <summary>Nobody else's on a hub that tests share.</summary>
    public static string Address() => $"{Guid.NewGuid():N}@mairie.example";
}
