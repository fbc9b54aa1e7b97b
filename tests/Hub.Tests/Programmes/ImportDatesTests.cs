using System.Globalization;
using AngleSharp.Html.Dom;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>How far from a day its sessions may be, whether they are typed or come from a file.</summary>
public sealed class ImportDatesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_another_year_is_shifted_to_the_first_date_of_the_day()
    {
        var desk = await ImportDesk.OpenAsync(app, An.Times(new DateTime(2027, 3, 27, 9, 0, 0), 56));
        var file = Csv("2026-10-01 09:30", "2026-10-02 09:30", "2026-10-02 11:00");

        using var refused = await desk.SendAsync(file, "programme.csv");
        Assert.Contains("3 sessions ne sont pas à la date de la journée", refused.Words(), StringComparison.Ordinal);
        Assert.Contains("Dates du fichier\u00A0: du\u00A01er au\u00A02\u00A0octobre 2026. Dates de la journée\u00A0: du\u00A027 au\u00A029\u00A0mars 2027.", refused.Words(), StringComparison.Ordinal);
        Assert.Null(refused.QuerySelector("form[action*=Confirm]"));

        using var shifted = await PressAsync(desk, refused);
        Assert.Contains("ce qu’il place le jeudi 1er\u00A0octobre 2026 est ici le samedi 27\u00A0mars 2027", shifted.Words(), StringComparison.Ordinal);
        using var answer = await desk.ConfirmAsync(shifted);

        Assert.Equal(["2027-03-27 09:30", "2027-03-28 09:30", "2027-03-28 11:00"], await StartsAsync(desk));
    }

    [Fact]
    public async Task A_file_some_days_off_says_so_and_keeps_its_dates_unless_asked()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var file = Csv("2027-03-25 10:00", "2027-03-26 12:00");

        using var preview = await desk.SendAsync(file, "programme.csv");
        Assert.Contains("2 sessions ne sont pas à la date de la journée", preview.Words(), StringComparison.Ordinal);
        using var shifted = await PressAsync(desk, preview);
        Assert.Contains("1 session n’est pas à la date de la journée", shifted.Words(), StringComparison.Ordinal);
        using var back = await PressAsync(desk, shifted);
        using var answer = await desk.ConfirmAsync(back);

        Assert.Equal(["2027-03-25 10:00", "2027-03-26 12:00"], await StartsAsync(desk));
        using var board = await desk.Browser.ReadAsync($"/organisation/journees/{desk.Edition.Id}/programme");
        Assert.Contains("le jeudi 25\u00A0mars 2027 à 10\u00A0h, sort des heures de la journée", board.Words("#alertes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_date_of_the_day_says_nothing_of_dates()
    {
        var desk = await ImportDesk.OpenAsync(app);

        using var preview = await desk.SendAsync(Csv("2027-03-18 10:00"), "programme.csv");

        Assert.DoesNotContain("date de la journée", preview.Words(), StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("button[formaction*=Shift]"));
    }

    [Theory]
    [InlineData("2027-04-01", true)]
    [InlineData("2027-04-02", false)]
    [InlineData("2027-03-04", true)]
    [InlineData("2027-03-03", false)]
    public async Task The_form_keeps_sessions_within_fourteen_days(string date, bool isTaken)
    {
        var desk = await ImportDesk.OpenAsync(app);
        var form = $"/organisation/journees/{desk.Edition.Id}/programme/session";

        using var answer = await desk.Browser.PostAsync(form, new Dictionary<string, string>
        {
            ["Input.Kind"] = "Visit",
            ["Input.Title"] = "Visite du port",
            ["Input.Minutes"] = "60",
            ["Input.Start.Date"] = date,
            ["Input.Start.Time"] = "9 h",
        });

        Assert.Equal(isTaken ? 1 : 0, (await desk.PlanAsync()).Sessions.Count);
        if (!isTaken)
        {
            using var page = await answer.ReadAsync();
            Assert.Contains("Une session se tient au plus quatorze jours avant ou après la journée (18\u00A0mars 2027).", page.Words(), StringComparison.Ordinal);
            Assert.Equal("Visite du port", page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task The_board_moves_no_card_further_than_the_form_does()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var plan = await desk.ImportAsync(Csv("2027-03-18 10:00"), "programme.csv");

        var result = await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office =>
            office.MoveAsync(desk.Edition.Id, plan.Sessions[0].Id, null, new(null, new DateTime(2027, 5, 1, 9, 0, 0), 60), null, Ct));

        Assert.Equal((ProgrammeOutcome.TooFar, new DateTime(2027, 3, 18, 10, 0, 0)), (result.Outcome, (await desk.PlanAsync()).Sessions[0].Facts.LocalStart));
    }

    private static byte[] Csv(params string[] starts) =>
        System.Text.Encoding.UTF8.GetBytes("titre;début;durée\n" + string.Join('\n', starts.Select((start, n) => $"Session {n};{start};00:45")));

    private static async Task<IHtmlDocument> PressAsync(ImportDesk desk, IHtmlDocument page)
    {
        using var answer = await desk.PressAsync(page, page.QuerySelector("button[formaction*=Shift]")!.GetAttribute("formaction")!);
        return await answer.ReadAsync();
    }

    private static async Task<List<string>> StartsAsync(ImportDesk desk) =>
        [.. (await desk.PlanAsync()).Sessions.OrderBy(s => s.Facts.LocalStart).Select(s => s.Facts.LocalStart!.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))];
}
