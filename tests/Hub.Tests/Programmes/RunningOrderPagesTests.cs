using System.Net;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>What organisers, presenters and the room see of a running order, without scripts.</summary>
public sealed class RunningOrderPagesTests : IAsyncDisposable
{
    private readonly SqliteHub app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_organiser_writes_an_order_line_by_line_and_changes_its_pace()
    {
        var stage = await AStage.WithAsync(app);
        using var organiser = await app.OrganiserAsync(stage.Organisation);

        await PostAsync(organiser, stage, "Write", ("Input.Title", "Premier pitch"), ("Input.Presenters", "Awa Dembasse, fondatrice"));
        await PostAsync(organiser, stage, "Write", ("Input.Title", "Second pitch"), ("Input.Presenters", ""));
        await PostAsync(organiser, stage, "Pace", ("SlotMinutes", "20"), ("ChangeoverMinutes", "5"));
        var second = (await stage.OrderAsync(app)).Slots[1].Id;
        await PostAsync(organiser, stage, $"Move&passage={second}&position=0");

        using var page = await organiser.ReadAsync(stage.Desk);
        Assert.Equal(["Second pitch", "Premier pitch"], page.QuerySelectorAll(".order__what > b").Select(b => b.TextContent));
        Assert.Equal(["9 h", "9 h 25"], page.QuerySelectorAll(".order__time > b").Select(b => b.TextContent.Replace('\u00a0', ' ')));
        Assert.Contains("Awa Dembasse", (await organiser.ReadAsync($"/organisation/journees/{stage.Edition.Id}/programme/personnes")).Words(), StringComparison.Ordinal);
        await PostAsync(organiser, stage, $"Remove&passage={second}");
        Assert.Equal("h", await stage.TitlesAsync(app));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var stage = await AStage.WithAsync(app, "Awa A");
        using var organiser = await app.OrganiserAsync(stage.Organisation);

        using var untitled = await PostAsync(organiser, stage, "Write", ("Input.Title", " "), ("Input.Presenters", "Noé Lanvallay"));
        using var paced = await PostAsync(organiser, stage, "Pace", ("SlotMinutes", "zéro"), ("ChangeoverMinutes", "3"));

        using var first = await untitled.ReadAsync();
        Assert.NotEmpty(first.Words("#Input_Title-error"));
        Assert.Equal("Noé Lanvallay", first.QuerySelector("#Input_Presenters")!.TextContent.Trim());
        using var second = await paced.ReadAsync();
        Assert.Contains("Indiquez un nombre", second.Words("#SlotMinutes-error"), StringComparison.Ordinal);
        Assert.Equal("zéro", second.QuerySelector("#SlotMinutes")!.GetAttribute("value"));
        Assert.Single((await stage.OrderAsync(app)).Slots);
    }

    [Fact]
    public async Task Turns_too_many_for_the_session_are_said_to_be()
    {
        var stage = await AStage.WithAsync(app, "A", "B", "C", "D", "E", "F", "G");
        using var organiser = await app.OrganiserAsync(stage.Organisation);

        Assert.Contains("68 min et la session en dure 60", (await organiser.ReadAsync(stage.Desk)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_the_order_before_it_is_announced()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        using var visitor = app.Visitor();
        using var organiser = await app.OrganiserAsync(stage.Organisation);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(stage.Screen, Ct)).StatusCode);
        Assert.DoesNotContain("Le projet", await visitor.GetStringAsync(stage.Page, Ct), StringComparison.Ordinal);
        await PostAsync(organiser, stage, "Announce");

        Assert.Contains("Le projet de Noé B", (await visitor.ReadAsync(stage.Page)).Words("#passages + ol"), StringComparison.Ordinal);
        Assert.Contains("jeudi 18 mars 2027 à 9 h Ensuite", (await visitor.ReadAsync(stage.Screen)).Words().Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_day_the_screen_follows_the_host_and_the_presenter_sees_their_turn_come()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B", "Maï C");
        var mine = await app.AskToSpeakAsync(stage.Edition, ASpeaker.Address(), "Noé B");
        await stage.AnnounceAsync(app);
        using var visitor = app.Visitor();
        using (var early = await app.OrganiserAsync(stage.Organisation))
        {
            Assert.Empty((await early.ReadAsync(stage.Desk)).QuerySelectorAll("[formaction*='handler=Start']"));
        }

        var order = await stage.OrderAsync(app);
        app.Clock.Now = stage.Session.StartsAt.AddMinutes(2);
        using var organiser = await app.OrganiserAsync(stage.Organisation);
        await PostAsync(organiser, stage, $"Start&passage={order.Slots[0].Id}");
        app.Clock.Now = app.Clock.Now.AddMinutes(4);

        Assert.Contains("Ensuite Le projet de Noé B dans 6 min", (await visitor.ReadAsync(stage.Screen)).Words(".stage__next"), StringComparison.Ordinal);
        Assert.Contains("dans 6 min", (await visitor.ReadAsync(mine)).Words(".talks"), StringComparison.Ordinal);
        await PostAsync(organiser, stage, $"Finish&passage={order.Slots[0].Id}");
        await PostAsync(organiser, stage, $"Miss&passage={order.Slots[1].Id}");
        using var screen = await visitor.ReadAsync(stage.Screen);
        Assert.Contains("Ensuite Le projet de Maï C", screen.Words(".stage__next"), StringComparison.Ordinal);
        Assert.Equal([SlotState.Presented, SlotState.NoShow, SlotState.Waiting], (await stage.OrderAsync(app)).Slots.Select(s => s.State));
        Assert.Equal("missed", screen.QuerySelectorAll(".stage__list li")[1].GetAttribute("data-state"));
    }

    [Fact]
    public async Task The_order_of_a_day_of_others_does_not_exist()
    {
        var stage = await AStage.WithAsync(app, "Awa A");
        var other = await AStage.WithAsync(app, "Noé B");
        using var organiser = await app.OrganiserAsync(other.Organisation);

        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(stage.Desk, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(other.Desk.Replace($"{other.Session.Id}", $"{stage.Session.Id}", StringComparison.Ordinal), Ct)).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient organiser, AStage stage, string handler, params (string Name, string Value)[] fields) =>
        organiser.PostAsync(stage.Desk, fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal), $"{stage.Desk}?handler={handler}");
}
