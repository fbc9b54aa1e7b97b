using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Core.Evaluations;

namespace Hub.Tests.Evaluations;

public sealed class ApplicationTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly Contest contest = new(Guid.CreateVersion7(), AContest.Terms(Now));
    private readonly Guid author = Guid.CreateVersion7();

    [Fact]
    public void An_answer_is_kept_with_line_breaks_of_one_kind()
    {
        Application application = Written(("pitch", " Un\r\ndeux\rtrois \n"));

        Assert.Equal("Un\ndeux\ntrois", application.TextOf("pitch"));
    }

    [Fact]
    public void Who_writes_over_a_colleague_they_have_not_read_is_told_and_nothing_is_lost()
    {
        var application = Written(("pitch", "Le mien"));

        Assert.Equal(SaveOutcome.Conflict, application.Save("pitch", "L’autre", seen: 0));
        Assert.Equal("Le mien", application.TextOf("pitch"));
        Assert.Equal(SaveOutcome.Saved, application.Save("pitch", "Les deux", seen: 1));
    }

    [Fact]
    public void The_same_text_twice_is_no_conflict() => Assert.Equal(SaveOutcome.Saved, Written(("pitch", "Le mien")).Save("pitch", "Le mien", seen: 0));

    [Fact]
    public void Two_who_write_different_answers_are_not_in_each_others_way() =>
        Assert.Equal(SaveOutcome.Saved, Written(("pitch", "Le mien")).Save("title", "Le titre", seen: 0));

    [Fact]
    public void What_is_longer_than_allowed_is_kept_but_not_sent()
    {
        var application = Written(("title", new string('a', 91)), ("pitch", "Court"));

        Assert.Equal(91, application.TextOf("title")!.Length);
        Assert.Null(application.Submit(contest, author, Now));
        Assert.Equal([("title", FieldProblemKind.TooLong)], contest.Form.ProblemsOf(application.TextOf).Select(p => (p.Field.Key, p.Kind)));
    }

    [Theory]
    [InlineData("title", "", FieldProblemKind.Missing)]
    [InlineData("title", "a\nb", FieldProblemKind.SeveralLines)]
    [InlineData("theme", "Autre", FieldProblemKind.NotAChoice)]
    [InlineData("video", "pas une adresse", FieldProblemKind.NotALink)]
    [InlineData("video", "http://video.example/1", FieldProblemKind.NotALink)]
    [InlineData("video", "javascript:alert(1)", FieldProblemKind.NotALink)]
    [InlineData("theme", "Eau", null)]
    [InlineData("video", "https://video.example/1", null)]
    [InlineData("video", "", null)]
    public void The_form_says_what_is_wrong_with_an_answer(string key, string answer, FieldProblemKind? problem) =>
        Assert.Equal(problem, AContest.Form.Find(key)!.ProblemOf(answer));

    [Fact]
    public void The_last_instant_counts_and_the_closing_itself_does_not()
    {
        Assert.NotNull(Complete().Submit(contest, author, contest.ClosesAt.AddTicks(-1)));
        Assert.Null(Complete().Submit(contest, author, contest.ClosesAt));
        Assert.Null(Complete().Submit(contest, author, contest.OpensAt.AddTicks(-1)));
    }

    [Fact]
    public void Who_was_granted_time_sends_until_then_and_a_grant_shortens_nothing()
    {
        var application = Complete();
        application.AllowUntil(contest.ClosesAt.AddHours(1));
        Assert.NotNull(application.Submit(contest, author, contest.ClosesAt.AddMinutes(59)));
        Assert.Null(application.Submit(contest, author, contest.ClosesAt.AddHours(1)));

        application.AllowUntil(contest.OpensAt);
        Assert.NotNull(application.Submit(contest, author, contest.ClosesAt.AddSeconds(-1)));
    }

    [Fact]
    public void What_is_written_after_the_closing_is_kept_and_does_not_count()
    {
        var application = Complete();
        var version = application.Submit(contest, author, Now)!;

        Assert.Equal(SaveOutcome.Saved, application.Save("title", "Trop tard", seen: 1));
        Assert.Null(application.Submit(contest, author, contest.ClosesAt));
        Assert.DoesNotContain("Trop tard", version.Content, StringComparison.Ordinal);
        Assert.Equal(1, application.Versions);
    }

    [Fact]
    public void Each_sending_is_a_version_that_says_what_was_sent_and_when()
    {
        var application = Complete();
        application.Submit(contest, author, Now);
        application.Save("title", "« Guichet »", seen: 1);
        var second = application.Submit(contest, author, Now.AddMinutes(1))!;

        using var sent = JsonDocument.Parse(second.Content);
        Assert.Equal(2, sent.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("2027-03-01T09:01:00.000Z", sent.RootElement.GetProperty("submittedAt").GetString());
        Assert.Equal(["« Guichet »", "Court", "", "", ""], sent.RootElement.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("answer").GetString()));
        Assert.Contains("« Guichet »", second.Content, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(second.Content))), second.Hash);
    }

    [Fact]
    public void What_is_withdrawn_is_neither_written_nor_sent_again()
    {
        var application = Complete();

        Assert.True(application.Withdraw());
        Assert.False(application.Withdraw());
        Assert.Equal(SaveOutcome.Refused, application.Save("title", "Encore", seen: 1));
        Assert.Null(application.Submit(contest, author, Now));
    }

    [Theory]
    [InlineData("Ville de Saint-Brieuc", "ville de  saint brieuc", true)]
    [InlineData("Région Bretagne", "REGION BRETAGNE", true)]
    [InlineData("Ville de Vannes", "Ville de Rennes", false)]
    [InlineData("Commune de Rezé", "Ville de Rezé", true)]
    [InlineData("Mairie du Havre", "Le Havre", true)]
    [InlineData("La mairie d’Erdre", "Erdre", true)]
    [InlineData("Ville de La Rochelle", "La Rochelle", true)]
    [InlineData("Ville de Rezé", "Rezé Métropole", false)]
    public void One_organisation_is_one_however_it_is_typed(string one, string other, bool isOne) =>
        Assert.Equal(isOne, OrganisationNames.KeyOf(one) == OrganisationNames.KeyOf(other));

    [Fact]
    public void Once_open_a_contest_changes_nothing_but_a_later_closing()
    {
        Assert.False(contest.Set(AContest.Terms(Now.AddDays(1)), Now));
        Assert.False(contest.Extend(contest.ClosesAt.AddMinutes(-1)));
        Assert.True(contest.Extend(contest.ClosesAt.AddMinutes(1)));

        Contest later = new(Guid.CreateVersion7(), AContest.Terms(Now.AddDays(1)));
        Assert.True(later.Set(AContest.Terms(Now.AddDays(2)), Now));
    }

    private Application Complete() => Written(("title", "Un titre"), ("pitch", "Court"));

    private Application Written(params (string Key, string Text)[] answers)
    {
        Application application = new(contest.Id, 1, "Ville de Rance", Now);
        foreach (var (key, text) in answers)
        {
            Assert.Equal(SaveOutcome.Saved, application.Save(key, text, seen: 0));
        }

        return application;
    }
}
