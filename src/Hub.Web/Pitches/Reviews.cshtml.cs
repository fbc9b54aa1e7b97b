using Hub.Core.Data;
using Hub.Core.Evaluations;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Pitches;

/// <summary>What one member of the committee has to judge, and has judged.</summary>
public sealed class ReviewsModel(HubDbContext db, ReviewRoom room, TimeProvider clock) : ReviewerPage(db)
{
    public const int PageSize = 50;

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public int Done { get; private set; }

    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    public bool IsOver => Contest.DecidedAt is not null;

    public bool IsEarly => Contest.ClosesAt > clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync()
    {
        var queue = await room.QueueAsync(Reviewer.Id, Aborted);
        (Count, Done) = (queue.Count, queue.Count(e => e.Review?.State is ReviewState.Submitted));
        var shown = queue.Skip((Math.Clamp(Number, 1, 1 + (Count / PageSize)) - 1) * PageSize).Take(PageSize).ToList();
        var versions = await Db.LastVersionsAsync(shown.ConvertAll(e => e.Application.Id), Aborted);
        Rows = [.. shown.Select(e => new QueueRow(e, versions[e.Application.Id].HeadingBy(Contest.Form) ?? e.Application.Organisation, e.Review?.Total(Contest.Grid)))];
    }
}

/// <param name="Heading">What it is called, as it was sent.</param>
/// <param name="Total">Their own, once every criterion has a mark.</param>
public sealed record QueueRow(QueueEntry Entry, string Heading, decimal? Total);
