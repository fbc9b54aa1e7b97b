using System.Net;
using System.Reflection;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Notifications;

public abstract class MailsPageTests(HubApp app) : IAsyncDisposable
{
    private const string Page = "/administration/courriels";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_administrator_sees_what_did_not_leave_and_why()
    {
        using var browser = await AdministratorAsync();
        await PutAsync("registration-confirmed", m => m.MarkRefused("550 5.1.1 <script>nobody</script> https://hub.example/inscriptions/secret", byAddressee: true, An.Now));
        await PutAsync("edition-moved", m => m.MarkFailed("451 later", An.Now));
        await PutAsync("something-new", m => m.MarkSent(An.Now.AddHours(-1)));
        await PutAsync("something-new", _ => { });

        using var page = await browser.ReadAsync(Page);

        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Confirmation d’inscription", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Adresse refusée", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 <script>nobody</script> https://…", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Changement de date ou de lieu", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "1"], page.QuerySelectorAll(".deskfigures dd").Select(d => d.TextContent));
        using var english = await browser.ReadAsync("/en" + Page);
        Assert.Contains("Address refused", english.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_sends_a_dead_letter_again()
    {
        using var browser = await AdministratorAsync();
        var mail = await PutAsync("registration-confirmed", m => m.MarkRefused("550", byAddressee: true, An.Now));
        app.Clock.Now += TimeSpan.FromHours(1);

        using var answer = await browser.SendFormAsync(Page, [], $"{Page}?handler=Retry&mail={mail}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var again = await FindAsync(mail);
        Assert.Equal((OutboxState.Pending, 0, app.Clock.Now), (again.State, again.Attempts, again.DueAt));
        using var page = await browser.ReadAsync(Page);
        Assert.Contains("Le courriel repart", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_sends_them_all_again_and_ends_the_pause()
    {
        using var browser = await AdministratorAsync();
        var pause = app.Services.GetRequiredService<TransportPause>();
        pause.Begin(new("Login: 535 wrong", needsOperator: true), An.Now);
        await PutAsync("registration-confirmed", m => m.MarkRefused("550", byAddressee: true, An.Now));
        await PutAsync("registration-confirmed", m => m.MarkRefused("554", byAddressee: false, An.Now));
        await PutAsync("registration-confirmed", m => m.MarkFailed("451", An.Now));
        using (var before = await browser.ReadAsync(Page))
        {
            Assert.Contains("Login: 535 wrong", before.Words(), StringComparison.Ordinal);
            Assert.Contains("Un réglage est à corriger", before.Words(), StringComparison.Ordinal);
        }

        using var answer = await browser.SendFormAsync(Page, [], $"{Page}?handler=RetryAll");

        Assert.All(await app.ReadAsync(db => db.Outbox.ToListAsync(Token)), m => Assert.Equal((OutboxState.Pending, An.Now), (m.State, m.DueAt)));
        Assert.False(pause.IsOn(An.Now));
        using var page = await browser.ReadAsync(Page);
        Assert.Contains("3 courriels repartent", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_letter_set_aside_is_gone()
    {
        using var browser = await AdministratorAsync();
        var mail = await PutAsync("registration-confirmed", m => m.MarkRefused("550", byAddressee: true, An.Now));

        using var answer = await browser.SendFormAsync(Page, [], $"{Page}?handler=SetAside&mail={mail}");
        using var twice = await browser.SendFormAsync("/organisation", [], $"{Page}?handler=SetAside&mail={mail}");

        Assert.Equal(OutboxState.Dropped, (await FindAsync(mail)).State);
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        using var page = await browser.ReadAsync(Page);
        Assert.Contains("Tous les courriels sont partis", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_everybody_else_the_page_does_not_exist()
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        using var browser = await app.OrganiserAsync(organisation);
        var mail = await PutAsync("registration-confirmed", m => m.MarkRefused("550", byAddressee: true, An.Now));

        using var seen = await browser.GetAsync(Page, Token);
        using var retried = await browser.SendFormAsync("/organisation", [], $"{Page}?handler=RetryAll");
        using var desk = await browser.ReadAsync("/organisation");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen.StatusCode, retried.StatusCode));
        Assert.Equal(OutboxState.Refused, (await FindAsync(mail)).State);
        Assert.Null(desk.QuerySelector($"a[href='{Page}']"));
        Assert.Null(desk.QuerySelector(".notice--alert"));
    }

    [Fact]
    public async Task The_desk_leads_administrators_there_and_says_when_something_is_wrong()
    {
        using var browser = await AdministratorAsync();
        using var calm = await browser.ReadAsync("/organisation");
        app.Services.GetRequiredService<TransportPause>().Begin(new("Login: 535 wrong", needsOperator: true), An.Now);
        using var halted = await browser.ReadAsync("/organisation");
        await PutAsync("registration-confirmed", m => m.MarkRefused("550", byAddressee: true, An.Now));
        using var alarmed = await browser.ReadAsync("/organisation");

        Assert.NotNull(calm.QuerySelector($".rail a[href='{Page}']"));
        Assert.Null(calm.QuerySelector(".notice--alert"));
        Assert.Contains("Aucun courriel ne part", halted.QuerySelector(".notice--alert")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", alarmed.QuerySelector($".rail a[href='{Page}'] .count")?.TextContent);
        Assert.Contains("1 courriel n’a pas pu partir", alarmed.QuerySelector(".notice--alert")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        using var browser = await AdministratorAsync();
        for (var n = 0; n < 21; n++)
        {
            await PutAsync("registration-confirmed", m => m.MarkRefused("550", byAddressee: true, An.Now));
        }

        using var last = await browser.ReadAsync($"{Page}?p=2");

        Assert.Single(last.QuerySelectorAll("tbody tr"));
        Assert.NotNull(last.QuerySelector(".pagination"));
    }

    [Fact]
    public async Task Every_kind_of_mail_has_a_name_for_people()
    {
        using var browser = await AdministratorAsync();
        var kinds = typeof(OutboxMessage).Assembly.GetTypes().Where(t => t.Name.EndsWith("MailKinds", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (string)f.GetRawConstantValue()!).ToList();
        foreach (var kind in kinds)
        {
            await PutAsync(kind, m => m.MarkRefused("550", byAddressee: true, An.Now));
        }

        using var page = await browser.ReadAsync(Page);

        Assert.NotEmpty(kinds);
        Assert.DoesNotContain(kinds, kind => page.Words("table").Contains(kind, StringComparison.Ordinal));
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        var account = await app.AccountAsync("administration@exemple.example");
        await app.DoAsync<HubDbContext>(db => db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.IsAdministrator, true), Token));
        return await app.SignInAsync(account.Email!);
    }

    private async Task<Guid> PutAsync(string kind, Action<OutboxMessage> settle)
    {
        OutboxMessage message = new() { Key = $"{Guid.NewGuid()}", Kind = kind, SubjectId = Guid.NewGuid(), Details = null, CreatedAt = An.Now, DueAt = An.Now };
        await app.SaveAsync(message);
        await app.DoAsync<HubDbContext>(async db =>
        {
            // As the sender does before it settles anything.
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, 1), Token);
            settle(await db.Outbox.SingleAsync(m => m.Id == message.Id, Token));
            await db.SaveChangesAsync(Token);
        });
        return message.Id;
    }

    private Task<OutboxMessage> FindAsync(Guid id) => app.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, Token));
}

public sealed class MailsPageOnSqliteTests() : MailsPageTests(new SqliteHub { IsSound = false });

public sealed class MailsPageOnPostgreSqlTests(PostgreSqlServer server) : MailsPageTests(new PostgreSqlHub(server) { IsSound = false });
