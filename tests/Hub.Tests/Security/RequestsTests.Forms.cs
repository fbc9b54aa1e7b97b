using System.Net;
using Hub.Core.Accounts;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Security;

/// <content>Lines 41 and 44: what forms carry, and what a link does not do.</content>
public sealed partial class RequestsTests
{
    /// <summary>No token, for a reason: see <c>AppearanceChoice</c> and <c>ReminderModel</c>.</summary>
    private static readonly string[] WithoutToken = ["/apparence", "/rappel"];

    private static readonly string[] Endings = ["Appoint", "Dismiss", "Announce", "Disable", "EndOthers", "Merge"];

    private static readonly string[] Prefixes = ["", "Input.", "Account.", "Edition.", "Registration.", "Input.Edition.", "Edition.Organisation.", "model."];

    [Fact]
    public async Task Line_41_a_form_without_its_token_or_with_that_of_somebody_else_is_refused()
    {
        await using PublicSite own = new();
        using var administrator = await own.AdministerAsync();
        using var visitor = await own.VisitAsync();
        var somebody = await own.App.AccountAsync("autre@exemple.example");
        using var other = await own.SignInAsync(somebody.Email!);
        var (others, stranger) = (await Form.TokenAsync(other, "/compte"), await Form.TokenAsync(await own.VisitAsync(), "/contact"));

        List<string> taken = [];
        foreach (var (browser, pages, foreign) in new[] { (administrator, own.Desk, others), (visitor, own.Pages, stranger) })
        {
            foreach (var form in (await FormsAsync(browser, pages)).Where(f => !WithoutToken.Any(w => f.Action.Split('?')[0].EndsWith(w, StringComparison.Ordinal))))
            {
                using var bare = await form.SendAsync(browser, token: null);
                using var wrong = await form.SendAsync(browser, foreign);
                taken.AddRange(bare.StatusCode is HttpStatusCode.BadRequest && wrong.StatusCode is HttpStatusCode.BadRequest ? [] : [$"{form.Action}: {bare.StatusCode}, {wrong.StatusCode}"]);
            }
        }

        Assert.Empty(taken);
    }

    [Fact]
    public async Task Line_41_following_every_link_changes_nothing()
    {
        await using PublicSite own = new();
        using var administrator = await own.AdministerAsync();
        var before = await ((SqliteHub)own.App).DumpAsync();
        Queue<string> ahead = new(own.Pages.Concat(own.Desk).Distinct());
        HashSet<string> known = [.. ahead];
        Dictionary<string, int> perPath = [];

        while (ahead.TryDequeue(out var address))
        {
            using var answer = await administrator.GetAsync(address, Token);
            Assert.True((int)answer.StatusCode is >= 200 and <= 410, $"{address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
            {
                continue;
            }

            using var page = await answer.ReadAsync();
            var links = page.QuerySelectorAll("a[href], form[action], button[formaction]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? e.GetAttribute("formaction")!);
            foreach (var link in links.Where(l => l.StartsWith('/')).Select(l => l.Split('#')[0]))
            {
                // Months and pages go on without end: a dozen of each address will do.
                var path = link.Split('?')[0];
                var nth = perPath[path] = perPath.GetValueOrDefault(path) + (known.Contains(link) ? 0 : 1);
                if (nth <= 12 && known.Add(link))
                {
                    ahead.Enqueue(link);
                }
            }
        }

        Assert.True(known.Count > 150, $"{known.Count}");
        Assert.Contains(known, address => address.Contains("handler=", StringComparison.Ordinal));
        Assert.Equal(before, await ((SqliteHub)own.App).DumpAsync());
    }

    [Fact]
    public async Task Line_44_a_form_changes_what_it_asks_for_and_nothing_that_is_sent_along()
    {
        await using PublicSite own = new();
        await own.OpenAsync();
        var day = own.Day;
        var trap = An.Organisation("Piège");
        await own.App.SaveAsync(trap);
        var trapDay = An.Edition(trap);
        var organiser = await own.App.AccountAsync("organise@exemple.example");
        var victim = await own.App.AccountAsync("victime@exemple.example");
        await own.App.SaveAsync(trapDay, new OrganiserGrant(day.OrganisationId, organiser.Id, An.Now));
        await own.App.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(trapDay.Id, An.Attendee("zoe"), "fr", Token));
        var drafts = await own.App.ReadAsync(db => db.Editions.Where(e => e.State == EditionState.Draft).Select(e => e.Id).ToListAsync(Token));

        using var organises = await own.SignInAsync(organiser.Email!);
        using var visitor = await own.VisitAsync();
        var sent = 0;
        foreach (var (browser, pages) in new[] { (visitor, own.Pages), (organises, own.Desk.Where(p => !p.StartsWith("/administration", StringComparison.Ordinal))), (await own.AdministerAsync(), own.Desk) })
        {
            // What ends something comes last, and each form is read anew: the one before may have changed its version.
            foreach (var page in pages.OrderBy(p => p.EndsWith("annuler", StringComparison.Ordinal) || p.EndsWith("supprimer", StringComparison.Ordinal)).ToList())
            {
                foreach (var form in (await PageForm.OnAsync(browser, page)).Where(f => !Ends(f)).DistinctBy(f => f.Action))
                {
                    // Two acts in one instant would be one promise of a mail.
                    own.App.Clock.Now += TimeSpan.FromMilliseconds(1);
                    using var answer = await form.SendAsync(browser, form.Token, Extras(trap, trapDay, victim, form));
                    Assert.True((int)answer.StatusCode < 400 || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone, $"{form.Page} {form.Action}: {answer.StatusCode}");
                    sent++;
                }
            }
        }

        Assert.True(sent > 60, $"{sent}");
        await own.App.ReadAsync(async db =>
        {
            Assert.Equal([own.Administrator], await db.Users.Where(u => u.IsAdministrator).Select(u => u.Email).ToListAsync(Token));
            Assert.Equal([trapDay.Id], await db.Editions.Where(e => e.OrganisationId == trap.Id).Select(e => e.Id).ToListAsync(Token));
            Assert.False(await db.Editions.AnyAsync(e => e.Capacity == 7777 || e.SeatsTaken == 7777, Token));
            Assert.False(await db.Editions.AnyAsync(e => drafts.Contains(e.Id) && e.State != EditionState.Draft, Token));
            Assert.Equal(1, await db.Registrations.CountAsync(r => r.EditionId == trapDay.Id, Token));
            Assert.False(await db.Registrations.AnyAsync(r => r.Email == "piege@exemple.example", Token));
            Assert.False(await db.OrganiserGrants.AnyAsync(g => g.OrganisationId == trap.Id || g.AccountId == victim.Id, Token));
            Assert.True(await db.Users.AnyAsync(u => u.Id == victim.Id && u.PasswordHash != null && u.DisabledAt == null, Token));
            return true;
        });
    }

    /// <summary>Forms that would sign out, make administrators, announce drafts or shut the account out: what they do is what was asked.</summary>
    private static bool Ends(PageForm form) => form.Action.EndsWith("/deconnexion", StringComparison.Ordinal)
        || Endings.Any(h => form.Action.Contains($"handler={h}", StringComparison.Ordinal))
        || form.Page.Contains("/fusion/", StringComparison.Ordinal);

    /// <summary>What an attacker adds: under every name a binder may look for, unless the form has that field.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Extras(Organisation trap, Edition trapDay, Account victim, PageForm form)
    {
        (string Name, string Value)[] extras =
        [
            ("IsAdministrator", "true"), ("State", "Confirmed"), ("EditionId", $"{trapDay.Id}"), ("OrganisationId", $"{trap.Id}"), ("SeatsTaken", "7777"), ("Capacity", "7777"),
            ("Role", "Organiser"), ("AccountId", $"{victim.Id}"), ("OwnerId", $"{victim.Id}"), ("PasswordHash", "x"), ("SecurityStamp", "x"), ("Email", "piege@exemple.example"), ("NormalizedEmail", "PIEGE@EXEMPLE.EXAMPLE"), ("DisabledAt", "2020-01-01"),
        ];
        var has = form.Fields.Select(f => f.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from prefix in Prefixes
               from extra in extras
               where !has.Contains(prefix + extra.Name) && !(extra.Name == "Email" && has.Any(h => h.EndsWith("Email", StringComparison.Ordinal))) && !(prefix.Length == 0 && extra.Name == "Role" && has.Contains("Input.Role"))
               select new KeyValuePair<string, string>(prefix + extra.Name, extra.Value);
    }
}
