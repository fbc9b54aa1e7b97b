using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>Serves the photo of somebody who speaks, as long as they come and want it shown, under a name that changes with it.</summary>
public static class SpeakerImages
{
    public static void MapSpeakerImages(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/journees/{slug}/photo/{hash}", Feed.ReadMethods, ReadAsync).AllowAnonymous();

    /// <summary>Who has not accepted yet sees their own on their page: its name is 256 bits that nobody else knows.</summary>
    private static async Task<IResult> ReadAsync(string slug, string hash, HubDbContext db, HttpContext http, CancellationToken ct)
    {
        var days = db.Editions.Where(e => e.Slug == slug);
        var shown = db.SpeakerInvitations.Where(i =>
            (i.State == SpeakerState.Accepted || i.State == SpeakerState.Invited) && days.Any(e => e.Id == i.EditionId));
        var photos = db.SpeakerPhotos.AsNoTracking().Where(p => p.Hash == hash && shown.Any(i => i.Id == p.InvitationId));
        return await photos.SingleOrDefaultAsync(ct) is { } photo ? ImageAnswer.Of(http, photo.Content, photo.MediaType, hash, ImageAnswer.Recallable) : TypedResults.NotFound();
    }
}
