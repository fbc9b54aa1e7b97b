using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

public sealed class PostponeModel(HubDbContext db, EditionChanges changes, TimeProvider clock, IStringLocalizer<EventTexts> texts) : EndingPage(db, texts)
{
    protected override bool IsAllowed => Edition.CanPostpone(clock.GetUtcNow().UtcDateTime);

    protected override string Done => "Postponed";

    protected override Task<EditionOutcome> EndAsync(string reason) => changes.PostponeAsync(Edition.Id, reason, User.AccountId, Aborted);
}
