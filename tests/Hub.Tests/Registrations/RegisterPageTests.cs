using System.Net;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

public abstract class RegisterPageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_is_confirmed_by_a_mail_whose_link_opens_the_ticket()
    {
        var (edition, attendee, browser) = await WorldAsync();

        using var answer = await browser.PostAsync(PageOf(edition), Form.Of(attendee));

        Assert.Equal($"/journees/{edition.Slug}/inscription/recue", answer.Headers.Location?.ToString());
        var registration = await app.ReadAsync(db => db.Registrations.For(edition.Id).SingleAsync());
        using var ticket = await app.Visitor().ReadAsync(Assert.Single(await app.MailsToAsync(attendee.Email)).Link());
        Assert.NotNull(ticket.QuerySelector(".ticket__qr svg"));
        Assert.Equal(TicketCode.Spell(registration.TicketCode), ticket.Words(".ticket__code"));
        Assert.Equal(registration.Name, ticket.Words(".ticket__name"));
    }

    [Fact]
    public async Task Who_registers_in_English_is_written_to_in_English()
    {
        var (edition, attendee, browser) = await WorldAsync();

        using var answer = await browser.PostAsync("/en" + PageOf(edition), Form.Of(attendee));

        var mail = Assert.Single(await app.MailsToAsync(attendee.Email));
        Assert.StartsWith("/en/inscriptions/", mail.Link(), StringComparison.Ordinal);
        using var page = await app.Visitor().ReadAsync(mail.Link());
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Registration confirmed", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_answer_names_its_field_and_nothing_typed_is_lost()
    {
        var (edition, attendee, browser) = await WorldAsync();
        var typed = Form.Of(attendee);
        (typed["Input.LastName"], typed["Input.Email"], typed["Input.Needs"], typed["Input.AcceptsPhotos"]) = ("", "pas une adresse", "Boucle <magnétique>", "true");

        using var answer = await browser.PostAsync(PageOf(edition), typed);

        using var page = await answer.ReadAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["#Input_LastName", "#Input_Email"], page.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")));
        Assert.Contains("2 ", page.Words("#errors h2"), StringComparison.Ordinal);
        foreach (var field in new[] { "Email", "LastName" })
        {
            var control = page.QuerySelector($"#Input_{field}")!;
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            Assert.Contains($"Input_{field}-error", control.GetAttribute("aria-describedby"), StringComparison.Ordinal);
            Assert.NotEmpty(page.Words($"#Input_{field}-error"));
        }

        Assert.Equal("pas une adresse", page.QuerySelector("#Input_Email")!.GetAttribute("value"));
        Assert.Equal(attendee.FirstName, page.QuerySelector("#Input_FirstName")!.GetAttribute("value"));
        Assert.Equal("Boucle <magnétique>", page.QuerySelector("#Input_Needs")!.TextContent.Trim());
        Assert.True(page.QuerySelector("#Input_AcceptsPhotos")!.HasAttribute("checked"));
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.Registrations.For(edition.Id).AnyAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_order_of_the_form()
    {
        var (edition, _, browser) = await WorldAsync();
        using var form = await browser.ReadAsync(PageOf(edition));
        var fields = form.QuerySelectorAll("main form [name^='Input.']:not([type=checkbox], [type=radio])").Select(f => f.GetAttribute("name")!).ToList();

        using var answer = await browser.PostAsync(PageOf(edition), fields.ToDictionary(f => f, _ => ""));

        using var page = await answer.ReadAsync();
        Assert.Equal(
            ["#Input_FirstName", "#Input_LastName", "#Input_Email", "#Input_Organisation", "#Input_JobTitle"],
            page.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_full_day_promises_no_ticket()
    {
        var (edition, attendee, browser) = await WorldAsync(capacity: 1);
        using var first = await browser.PostAsync(PageOf(edition), Form.Of(attendee));

        using var form = await browser.ReadAsync(PageOf(edition));
        using var checking = await browser.PostAsync(PageOf(edition), Form.Of(An.Attendee("bob")), $"{PageOf(edition)}?handler=Check");
        using var check = await checking.ReadAsync();

        Assert.Contains("dès qu’une place vous sera proposée", form.Words("main"), StringComparison.Ordinal);
        Assert.All([form, check], page => Assert.DoesNotContain("billet", page.Words("main"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Input.FirstName", "Ada\r\nBcc: tous@exemple.example")]
    [InlineData("Input.LastName", "Exemple\u2028suite")]
    [InlineData("Input.Organisation", "Commune\n")]
    [InlineData("Input.Email", "ada@mairie.example\r\nbob@mairie.example")]
    [InlineData("Input.Email", "ada@mairie.example, bob@mairie.example")]
    public async Task What_could_leave_a_line_of_a_mail_is_refused(string field, string value)
    {
        var (edition, attendee, browser) = await WorldAsync();
        var typed = Form.Of(attendee);
        typed[field] = value;

        using var answer = await browser.PostAsync(PageOf(edition), typed);

        using var page = await answer.ReadAsync();
        Assert.Equal("#" + field.Replace('.', '_'), Assert.Single(page.QuerySelectorAll("#errors a")).GetAttribute("href"));
        Assert.False(await app.ReadAsync(db => db.Registrations.For(edition.Id).AnyAsync()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task An_address_that_is_known_and_one_that_is_not_get_the_same_answer(int capacity)
    {
        var (edition, attendee, browser) = await WorldAsync(capacity);
        using var first = await browser.PostAsync(PageOf(edition), Form.Of(attendee));

        using var known = await app.Visitor().PostAsync(PageOf(edition), Form.Of(attendee));
        using var unknown = await app.Visitor().PostAsync(PageOf(edition), Form.Of(An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example")));

        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(unknown.Headers.Location, known.Headers.Location);
        Assert.Equal(unknown.Headers.Select(h => h.Key), known.Headers.Select(h => h.Key));
        Assert.Equal(
            await app.Visitor().GetStringAsync(unknown.Headers.Location, Token), await app.Visitor().GetStringAsync(known.Headers.Location, Token));
    }

    [Fact]
    public async Task While_a_free_seat_is_not_offered_yet_a_known_address_gets_the_answer_of_a_new_one()
    {
        var (edition, attendee, browser) = await WorldAsync(capacity: 1);
        using var first = await browser.PostAsync(PageOf(edition), Form.Of(attendee));
        var second = An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example");
        using var waiting = await app.Visitor().PostAsync(PageOf(edition), Form.Of(second));
        await app.DoAsync<EditionOffice>(office => office.CloseRegistrationAsync(edition.Id, null, Token));
        var id = await app.ReadAsync(db => db.Registrations.For(edition.Id).Where(r => r.State == RegistrationState.Confirmed).Select(r => r.Id).SingleAsync(Token));
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(id, null, Token));
        await app.DoAsync<EditionOffice>(office => office.OpenRegistrationAsync(edition.Id, null, Token));

        using var known = await app.Visitor().PostAsync(PageOf(edition), Form.Of(second));
        using var unknown = await app.Visitor().PostAsync(PageOf(edition), Form.Of(An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example")));

        Assert.Equal(unknown.Headers.Location, known.Headers.Location);
    }

    [Fact]
    public async Task Answers_are_read_through_before_they_are_sent_and_can_be_changed_again()
    {
        var (edition, attendee, browser) = await WorldAsync();
        var address = PageOf(edition);
        var answers = Form.Of(attendee);
        (answers["Input.Needs"], answers["Input.Sector"]) = ("Boucle <magnétique>", "LocalAuthority");

        using var check = await browser.PostAsync(address, answers, $"{address}?handler=Check");

        using var page = await check.ReadAsync();
        Assert.Contains("Boucle <magnétique>", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Une collectivité ou un groupement", page.Words(), StringComparison.Ordinal);
        Assert.Equal("Vérifier et confirmer", page.QuerySelector("[aria-current=step] .steps__label")!.TextContent);
        Assert.False(await app.ReadAsync(db => db.Registrations.For(edition.Id).AnyAsync()));
        var carried = page.QuerySelectorAll("main form input[type=hidden]").Where(i => i.GetAttribute("name")!.StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!, StringComparer.Ordinal);
        Assert.Equal(answers, carried);

        using var again = await browser.PostAsync(address, answers, $"{address}?handler=Edit");
        using var form = await again.ReadAsync();
        Assert.Equal("Boucle <magnétique>", form.QuerySelector("#Input_Needs")!.TextContent.Trim());
        Assert.Empty(form.QuerySelectorAll(".field__error"));
    }

    [Fact]
    public async Task On_a_full_day_one_waits_and_reads_ones_rank()
    {
        var (edition, attendee, browser) = await WorldAsync(capacity: 1);
        using var first = await browser.PostAsync(PageOf(edition), Form.Of(attendee));
        var second = An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example");
        using var check = await browser.PostAsync(PageOf(edition), Form.Of(second), $"{PageOf(edition)}?handler=Check");
        using var asked = await check.ReadAsync();

        using var answer = await browser.PostAsync(PageOf(edition), Form.Of(second));

        Assert.Contains("Rejoindre la liste d’attente", asked.Words("main .form__actions .btn--primary"), StringComparison.Ordinal);
        using var received = await browser.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Contains("vous êtes sur la liste d’attente", received.Words(), StringComparison.Ordinal);
        using var mine = await app.Visitor().ReadAsync(Assert.Single(await app.MailsToAsync(second.Email)).Link());
        Assert.Contains($"Vous êtes en {Spoken.Rank(1)} position", mine.Words(), StringComparison.Ordinal);
        Assert.Null(mine.QuerySelector(".ticket"));
    }

    [Fact]
    public async Task When_registration_is_closed_there_is_no_form_and_nothing_is_stored()
    {
        var (edition, attendee, browser) = await WorldAsync();
        var token = await Form.TokenAsync(browser, PageOf(edition));
        await app.AskAsync<EditionOffice, EditionOutcome>(office => office.CloseRegistrationAsync(edition.Id, null, Token));
        using FormUrlEncodedContent late = new(Form.Of(attendee).Append(new("__RequestVerificationToken", token)));

        using var answer = await browser.PostAsync(PageOf(edition), late, Token);

        using var page = await answer.ReadAsync();
        Assert.Contains("Les inscriptions sont closes", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.False(await app.ReadAsync(db => db.Registrations.For(edition.Id).AnyAsync()));
    }

    private static string PageOf(Edition edition) => $"/journees/{edition.Slug}/inscription";

    private async Task<(Edition Edition, Attendee Attendee, HttpClient Browser)> WorldAsync(int capacity = 20)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity);
        await app.SaveAsync(organisation, edition);
        return (edition, An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example"), app.Visitor());
    }

    public sealed class OnSqlite(SqliteHub app) : RegisterPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : RegisterPageTests(app), IClassFixture<PostgreSqlHub>;
}
