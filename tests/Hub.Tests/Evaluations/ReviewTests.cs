using Hub.Core.Evaluations;

namespace Hub.Tests.Evaluations;

public sealed class ReviewTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly Review review = new(Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void A_review_is_kept_while_it_is_written_and_sent_when_every_criterion_has_a_mark()
    {
        Assert.Equal(SaveOutcome.Saved, Save(AContest.Sheet(4, null), seen: 0));
        Assert.False(review.Submit(AContest.Grid, Now));

        Assert.Equal(SaveOutcome.Saved, Save(AContest.Sheet(4, 2), seen: 1));
        Assert.True(review.Submit(AContest.Grid, Now));
        Assert.Equal((ReviewState.Submitted, 3.5m), (review.State, review.Total(AContest.Grid)));
    }

    [Fact]
    public void Two_windows_of_one_person_do_not_overwrite_each_other()
    {
        Save(AContest.Sheet(4, 2), seen: 0);

        Assert.Equal(SaveOutcome.Conflict, Save(AContest.Sheet(1, 1), seen: 0));
        Assert.Equal(SaveOutcome.Saved, Save(AContest.Sheet(4, 2), seen: 0));
        Assert.Equal(3.5m, review.Total(AContest.Grid));
    }

    [Fact]
    public void Who_changes_what_they_sent_sends_it_again()
    {
        Save(AContest.Sheet(4, 2), seen: 0);
        review.Submit(AContest.Grid, Now);

        Save(AContest.Sheet(5, 2), review.Revision);

        Assert.Equal((ReviewState.Draft, null), (review.State, review.SubmittedAt));
    }

    [Theory]
    [InlineData(5.5)]
    [InlineData(-1)]
    [InlineData(4.2)]
    public void A_mark_that_is_not_on_the_scale_is_refused_and_writes_nothing(double mark)
    {
        Assert.Equal(SaveOutcome.Refused, Save(AContest.Sheet((decimal)mark, 2), seen: 0));
        Assert.Equal((0, 0), (review.Revision, review.Marks.Count));
    }

    [Fact]
    public void A_mark_for_no_criterion_is_refused() =>
        Assert.Equal(SaveOutcome.Refused, Save(new(new Dictionary<string, Mark> { ["charm"] = new(5, null) }, null), seen: 0));

    [Fact]
    public void Words_beyond_measure_are_refused() =>
        Assert.Equal(SaveOutcome.Refused, Save(AContest.Sheet(4, 2, new string('a', Review.CommentLength + 1)), seen: 0));

    [Fact]
    public void What_is_discarded_says_nothing_any_more()
    {
        Save(AContest.Sheet(4, 2, "entre nous"), seen: 0);

        review.Discard();

        Assert.Equal((ReviewState.Discarded, null, 0), (review.State, review.Note, review.Marks.Count));
        Assert.Equal(SaveOutcome.Refused, Save(AContest.Sheet(4, 2), review.Revision));
        Assert.False(review.Submit(AContest.Grid, Now));
    }

    private SaveOutcome Save(ReviewSheet sheet, int seen) => review.Save(AContest.Grid, sheet, seen, Now);
}
