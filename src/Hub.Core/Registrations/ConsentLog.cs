using Hub.Core.Data;

namespace Hub.Core.Registrations;

public static class ConsentLog
{
    extension(HubDbContext db)
    {
        /// <summary>Notes what the person says differently from before; saved with the operation under way or not at all.</summary>
        /// <param name="before">Null when they said nothing yet: only a yes is news then.</param>
        public void LogConsents(Registration registration, Attendee? before, Attendee now, ConsentSource source, DateTime at)
        {
            foreach (var (kind, _, isNow) in Answers(before, now).Where(a => a.Was != a.IsNow))
            {
                db.Add(new Consent { RegistrationId = registration.Id, Kind = kind, IsGiven = isNow, At = at, Source = source, Asked = now.Asked });
            }
        }
    }

    private static IEnumerable<(ConsentKind Kind, bool Was, bool IsNow)> Answers(Attendee? before, Attendee now) =>
    [
        (ConsentKind.Photos, before?.AcceptsPhotos ?? false, now.AcceptsPhotos),
        (ConsentKind.News, before?.WantsNews ?? false, now.WantsNews),
        (ConsentKind.Needs, before?.Needs is not null, now.Needs is not null),
    ];
}
