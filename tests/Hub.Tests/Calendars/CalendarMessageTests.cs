using Hub.Core.Calendars;
using static Hub.Tests.Calendars.Samples;

namespace Hub.Tests.Calendars;

public sealed class CalendarMessageTests
{
    [Fact]
    public void A_request_names_the_organizer_and_its_one_addressee()
    {
        var mail = Mail(CalendarMethod.Request, Invitation());

        Assert.Single(Lines(mail), "METHOD:REQUEST");
        Assert.Equal("ORGANIZER;CN=\"Maison des projets\":mailto:agenda@hub.example", Line("ORGANIZER", mail));
        Assert.Equal(
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=\"Camille Exemple\":mailto:camille@hub.example",
            Line("ATTENDEE", mail));
    }

    [Fact]
    public void An_offered_seat_still_needs_an_answer() => Assert.Contains(
        ";PARTSTAT=NEEDS-ACTION;",
        Line("ATTENDEE", Mail(CalendarMethod.Request, Invitation() with { Attendee = new("C", "c@hub.example", HasAccepted: false) })),
        StringComparison.Ordinal);

    [Fact]
    public void The_stamp_of_a_mail_is_its_time_of_creation()
    {
        var mail = Mail(CalendarMethod.Request, Invitation());

        Assert.Equal("DTSTAMP:20270201T080000Z", Line("DTSTAMP", mail));
        Assert.Equal("LAST-MODIFIED:20270115T093000Z", Line("LAST-MODIFIED", mail));
    }

    [Fact]
    public void A_cancellation_keeps_uid_and_sequence()
    {
        var mail = Mail(CalendarMethod.Cancel, Invitation() with { Status = CalendarStatus.Cancelled, Sequence = 2 });

        Assert.Single(Lines(mail), "METHOD:CANCEL");
        Assert.Equal("UID:evt-1@hub.example", Line("UID", mail));
        Assert.Equal("SEQUENCE:2", Line("SEQUENCE", mail));
        Assert.Equal("STATUS:CANCELLED", Line("STATUS", mail));
    }

    [Theory]
    [InlineData("Le \"Fab\" ; l’atelier: A, B ^C", "Le ^'Fab^' ; l’atelier: A, B ^^C")]
    [InlineData("A\r\nB\tC\0", "A^nB C")]
    public void A_name_is_quoted_and_holds_no_quote_itself(string name, string written) => Assert.Equal(
        $"ORGANIZER;CN=\"{written}\":mailto:agenda@hub.example",
        Line("ORGANIZER", Mail(CalendarMethod.Request, Invitation() with { Organizer = new(name, "agenda@hub.example") })));

    [Theory]
    [InlineData("a+b@hub.example", "a+b@hub.example")]
    [InlineData("a?cc=x&b@hub.example", "a%3Fcc%3Dx%26b@hub.example")]
    [InlineData("a\r\nb@hub.example", "a%0D%0Ab@hub.example")]
    public void An_address_stays_one_address(string mail, string written) => Assert.EndsWith(
        ":mailto:" + written,
        Line("ATTENDEE", Mail(CalendarMethod.Request, Invitation() with { Attendee = new("C", mail, HasAccepted: true) })),
        StringComparison.Ordinal);

    [Fact]
    public void A_mail_carries_no_name_or_pace_of_a_feed()
    {
        var mail = Mail(CalendarMethod.Request, Invitation()) with { Name = "Agenda", RefreshInterval = TimeSpan.FromHours(1) };

        Assert.DoesNotContain(Lines(mail), l => l.Contains("Agenda", StringComparison.Ordinal) || l.Contains("PT1H", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_that_breaks_a_rule_is_refused()
    {
        var request = Mail(CalendarMethod.Request, Invitation());
        Assert.All(
            new[]
            {
                request with { MessageCreatedAt = null },
                request with { Entries = [] },
                request with { Entries = [Invitation(), Invitation() with { Uid = "evt-2@hub.example" }] },
                request with { Entries = [Invitation() with { Organizer = null }] },
                request with { Entries = [Invitation() with { Attendee = null }] },
                request with { Entries = [Invitation() with { Status = CalendarStatus.Cancelled }] },
                request with { Method = CalendarMethod.Cancel },
            },
            mail => Assert.Throws<ArgumentException>(() => CalendarWriter.Write(mail)));
    }
}
