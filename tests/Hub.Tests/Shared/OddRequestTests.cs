using System.Net;
using System.Text;
using Hub.Tests.Support;

namespace Hub.Tests.Shared;

public abstract class OddRequestTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\0")]
    [InlineData("\uFFFE")]
    public async Task Text_that_no_database_or_reader_bears_is_a_bad_request(string odd)
    {
        using var visitor = app.Visitor();
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await Form.TokenAsync(visitor, "/inscriptions/retrouver")), "__RequestVerificationToken" },
            { new StringContent($"a{odd}@mairie.example"), "Input.Email" },
        };

        using var answer = await visitor.PostAsync("/inscriptions/retrouver", form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=%00")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b")]
    [InlineData("multipart/form-data", "a=b")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\n--x--")]
    public async Task A_form_that_cannot_be_read_is_a_bad_request(string type, string body)
    {
        using ByteArrayContent form = new(Encoding.UTF8.GetBytes(body));
        form.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await app.Visitor().PostAsync("/inscriptions/retrouver", form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/agenda")]
    [InlineData("POST", "/contact")]
    [InlineData("POST", "/apparence")]
    [InlineData("POST", "/nowhere")]
    public async Task A_form_cut_off_on_the_way_is_answered_with_a_page(string method, string address)
    {
        using HttpRequestMessage request = new(new(method), address) { Content = new ByteArrayContent("--x"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await app.Visitor().SendAsync(request, Ct);
        using var page = await answer.ReadAsync();

        Assert.InRange((int)answer.StatusCode, 400, 404);
        Assert.NotEmpty(page.Words("h1"));
    }

    [Theory]
    [InlineData("PUT", "/inscriptions/nowhere/rappel")]
    [InlineData("DELETE", "/inscriptions/nowhere/rappel")]
    [InlineData("TRACE", "/inscriptions/nowhere")]
    [InlineData("TRACE", "/journees/nowhere")]
    public async Task A_method_no_page_answers_to_is_not_allowed(string method, string address)
    {
        using HttpRequestMessage request = new(new(method), address);

        using var answer = await app.Visitor().SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task An_error_page_never_links_to_another_site()
    {
        var page = await (await app.Visitor().GetAsync("/en//ailleurs.example/x", Ct)).Content.ReadAsStringAsync(Ct);

        Assert.DoesNotContain("href=\"//", page);
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=-1")]
    [InlineData("?page=99999999999")]
    [InlineData("?page=abc&page=2")]
    public async Task Any_page_number_leads_somewhere(string query)
    {
        var page = await app.Visitor().GetStringAsync("/agenda" + query, Ct);

        Assert.DoesNotContain("<title>Erreur", page);
    }

    public sealed class OnSqlite(SqliteHub app) : OddRequestTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : OddRequestTests(app), IClassFixture<PostgreSqlHub>;
}
