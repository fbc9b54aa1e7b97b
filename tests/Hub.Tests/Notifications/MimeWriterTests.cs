using System.Text;
using Hub.Core.Notifications;

namespace Hub.Tests.Notifications;

public sealed class MimeWriterTests
{
    private const string Stream = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Journée d’été\r\nEND:VCALENDAR\r\n";

    private static readonly DateTime Now = new(2027, 3, 1, 8, 5, 9, DateTimeKind.Utc);

    private static readonly OutboxMessage Message = new() { Key = "k", Kind = "k", SubjectId = Guid.Empty, Details = null, CreatedAt = Now, DueAt = Now };

    private static readonly MailText Words = new("Journée numérique\u00A0: votre billet", "Bonjour,\n\nà bientôt\n", "<!DOCTYPE html><p>à bientôt</p>");

    private static readonly MailDraft Draft = new(
        "maelle@exemple.test", "Maëlle Kerbrat-Ölund", "fr", new(), "Région d’exemple, service \"numérique\"", "equipe@exemple.test",
        new("REQUEST", Encoding.UTF8.GetBytes(Stream)), [new("billet.png", "image/png", [1, 2, 3])]);

    private static byte[] Write(MailDraft draft, MailText? words = null) =>
        MimeWriter.Write(Message, draft, words ?? Words, new() { From = "hub@exemple.test" }, Now);

    [Fact]
    public async Task A_reader_finds_every_header_once_and_no_defect()
    {
        var mail = await ReadMail.FromAsync(Write(Draft));

        Assert.Empty(mail.Defects);
        Assert.True(mail is { IsAscii: true, StrayBreaks: 0, LongestLine: <= 78 });
        Assert.Equal(Words.Subject, mail["Subject"]);
        Assert.Equal(["Région d’exemple, service \"numérique\"", "hub@exemple.test"], mail.From);
        Assert.Equal(["Maëlle Kerbrat-Ölund", "maelle@exemple.test"], mail.To);
        Assert.Equal("equipe@exemple.test", mail["Reply-To"]);
        Assert.Equal(Now, mail.Date.UtcDateTime);
        Assert.Equal($"<{Message.Id:N}@exemple.test>", mail["Message-ID"]);
        Assert.Equal("1.0", mail["MIME-Version"]);
        Assert.Equal("fr", mail["Content-Language"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal("All", mail["X-Auto-Response-Suppress"]);
    }

    [Fact]
    public async Task An_invitation_stands_beside_the_words_and_among_the_files()
    {
        var mail = await ReadMail.FromAsync(Write(Draft));

        Assert.Equal(
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "image/png", "application/ics"], mail.Body.Types);
        var words = mail.Body.Parts![0].Parts!;
        Assert.All(words, part => Assert.Equal("utf-8", part.Charset));
        Assert.Equal(Words.Text.Trim(), words[0].Content!.ReplaceLineEndings("\n").Trim());
        Assert.Equal(Words.Html, words[1].Content);
        Assert.Equal("REQUEST", words[2].Method);
        Assert.Equal(Stream.ReplaceLineEndings("\n"), words[2].Content!.ReplaceLineEndings("\n"));
        Assert.Equal(["billet.png", "invite.ics"], mail.Body.Parts[1..].Select(p => p.FileName));
        Assert.All(mail.Body.Parts[1..], part => Assert.Equal("attachment", part.Disposition));
        Assert.Equal(Stream, mail.Body.Parts[2].Content);
    }

    [Fact]
    public async Task A_mail_that_moves_no_entry_has_no_calendar()
    {
        var mail = await ReadMail.FromAsync(Write(Draft with { Calendar = null, Attachments = null, ReplyTo = null }));

        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html"], mail.Body.Types);
        Assert.DoesNotContain(mail.Headers, h => h[0] == "Reply-To");
        Assert.Empty(mail.Defects);
    }

    [Fact]
    public async Task A_later_mail_answers_the_first_about_its_subject()
    {
        var first = Guid.NewGuid();
        var mail = await ReadMail.FromAsync(MimeWriter.Write(Message, Draft, Words, new() { From = "hub@exemple.test" }, Now, first));

        Assert.Equal($"<{first:N}@exemple.test>", mail["In-Reply-To"]);
        Assert.Equal($"<{first:N}@exemple.test>", mail["References"]);
        Assert.Empty(mail.Defects);
    }

    [Fact]
    public async Task A_mail_one_may_end_says_where()
    {
        var mail = await ReadMail.FromAsync(Write(Draft with { Unsubscribe = new("https://région.exemple.test/rappels/abc-DEF_123?oui=à") }));

        Assert.Equal("<https://xn--rgion-bsa.exemple.test/rappels/abc-DEF_123?oui=%C3%A0>", mail["List-Unsubscribe"].Trim());
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.Equal("<k.exemple.test>", mail["List-Id"]);
        Assert.Empty(mail.Defects);
    }

    [Theory]
    [InlineData("Objet\r\nBcc: espion@exemple.test")]
    [InlineData("Objet\n\nCorps de quelqu’un d’autre")]
    [InlineData("Objet\u0000\u0085\u2028\u2029Bcc: espion@exemple.test")]
    [InlineData("=?utf-8?Q?Objet=0D=0ABcc:_espion@exemple.test?=")]
    public async Task No_text_becomes_a_header(string text)
    {
        var mail = await ReadMail.FromAsync(Write(Draft with { ToName = text, SenderName = text }, Words with { Subject = text }));

        Assert.Equal(
            ["Date", "From", "To", "Reply-To", "Subject", "Message-ID", "MIME-Version", "Content-Language", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Type"],
            mail.Headers.Select(h => h[0]));
        Assert.Equal(["hub@exemple.test", "maelle@exemple.test"], mail.Addresses);
        Assert.Empty(mail.Defects);
    }

    [Theory]
    [InlineData("a@exemple.test\r\nBcc: b@exemple.test")]
    [InlineData("a@exemple.test, b@exemple.test")]
    [InlineData("a@exemple.test> <b@exemple.test")]
    [InlineData("sans-arobase")]
    public void An_address_that_is_more_than_one_is_refused(string address) =>
        Assert.ThrowsAny<SystemException>(() => Write(Draft with { To = address }));

    [Fact]
    public async Task A_domain_with_accents_travels_in_ascii() =>
        Assert.Equal("a@xn--rgion-bsa.test", (await ReadMail.FromAsync(Write(Draft with { To = "a@région.test" }))).To[1]);

    [Fact]
    public async Task Long_and_odd_words_come_back_whole()
    {
        var subject = string.Concat(Enumerable.Repeat("Été 🎉 <script>, ; ", 20)).Trim();
        var mail = await ReadMail.FromAsync(Write(Draft with { ToName = subject }, Words with { Subject = subject }));

        Assert.Equal(subject, mail["Subject"]);
        Assert.Equal(subject, mail.To[0]);
        Assert.True(mail.LongestLine <= 78);
        Assert.Empty(mail.Defects);
    }

    [Fact]
    public void The_same_mail_is_the_same_octets() => Assert.Equal(Write(Draft), Write(Draft));
}
