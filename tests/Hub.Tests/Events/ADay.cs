using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>A day with a programme, to look at in pages.</summary>
internal static class ADay
{
    public static Session Session(Edition edition, string title, double hoursAfterStart, Room? room = null, SessionKind kind = SessionKind.RoundTable, string? speakers = null)
    {
        Session session = new(edition.Id) { Title = title, Kind = kind, RoomId = room?.Id, Speakers = speakers };
        session.Place(edition.LocalStart.AddHours(hoursAfterStart), 60, edition.TimeZone);
        return session;
    }

    extension(HubApp app)
    {
        /// <summary>Saves an edition with what is made of it.</summary>
        public async Task<(Edition Edition, T Parts)> PlantAsync<T>(Func<Edition, T> parts, Func<T, IEnumerable<object>> all, Func<Hub.Core.Organisations.Organisation, Edition>? make = null)
        {
            var organisation = An.Organisation();
            var edition = make?.Invoke(organisation) ?? An.Edition(organisation);
            var made = parts(edition);
            await app.SaveAsync([organisation, edition, .. all(made)]);
            return (edition, made);
        }

        public async Task<(Edition Edition, Session[] Sessions)> PlantAsync(params Func<Edition, Session>[] sessions) =>
            await app.PlantAsync(e => sessions.Select(s => s(e)).ToArray(), s => s);
    }
}
