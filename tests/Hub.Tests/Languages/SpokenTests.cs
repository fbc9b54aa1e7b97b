using System.Globalization;
using Hub.Core.Languages;

namespace Hub.Tests.Languages;

public sealed class SpokenTests : IDisposable
{
    private static readonly DateTime Morning = new(2027, 3, 18, 9, 30, 0);
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public SpokenTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Fact]
    public void A_date_is_written_whole()
    {
        Assert.Equal("jeudi 18\u00A0mars 2027", Spoken.Date(Morning));
        Assert.Equal("1er\u00A0mai 2027", Spoken.ShortDate(new DateOnly(2027, 5, 1)));
        Assert.Equal("juil.", Spoken.ShortMonth(new DateTime(2026, 7, 4)));
        Assert.Equal("mars 2027", Spoken.Month(Morning));
    }

    [Fact]
    public void An_hour_has_no_break_around_its_h_and_no_idle_zeros()
    {
        Assert.Equal("9\u00A0h\u00A030", Spoken.Hour(Morning));
        Assert.Equal("9\u00A0h", Spoken.Hour(new TimeOnly(9, 0)));
        Assert.Equal("8\u00A0h\u00A005", Spoken.Hour(new TimeOnly(8, 5)));
        Assert.Equal("9\u00A0h\u00A030\u00A0\u2013 17\u00A0h", Spoken.HourRange(Morning, new DateTime(2027, 3, 18, 17, 0, 0)));
        Assert.Equal("1\u00A0h\u00A030", Spoken.Duration(TimeSpan.FromMinutes(90)));
        Assert.Equal("45\u00A0min", Spoken.Duration(TimeSpan.FromMinutes(45)));
    }

    [Theory]
    [InlineData("2027-03-18", "2027-03-31", "en mars 2027", "in March 2027")]
    [InlineData("2027-03-18", "2027-07-01", "de mars à juillet 2027", "from March to July 2027")]
    [InlineData("2027-04-01", "2028-01-01", "d’avril 2027 à janvier 2028", "from April 2027 to January 2028")]
    [InlineData("2027-08-01", "2027-10-01", "d’août à octobre 2027", "from August to October 2027")]
    public void Months_are_named_from_the_first_to_the_last(string first, string last, string french, string english)
    {
        var (start, end) = (DateTime.Parse(first, CultureInfo.InvariantCulture), DateTime.Parse(last, CultureInfo.InvariantCulture));

        Assert.Equal(french, Spoken.MonthRange(start, end));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        Assert.Equal(english, Spoken.MonthRange(start, end));
    }

    [Theory]
    [InlineData("2026-07-04", "2026-07-06", "du\u00A04 au\u00A06\u00A0juillet 2026")]
    [InlineData("2026-06-30", "2026-07-01", "du\u00A030\u00A0juin au\u00A01er\u00A0juillet 2026")]
    [InlineData("2026-12-31", "2027-01-02", "du\u00A031\u00A0décembre 2026 au\u00A02\u00A0janvier 2027")]
    [InlineData("2026-07-04", "2026-07-04", "samedi 4\u00A0juillet 2026")]
    public void A_range_of_days_says_each_thing_once(string first, string last, string words) =>
        Assert.Equal(words, Spoken.DateRange(DateTime.Parse(first, CultureInfo.InvariantCulture), DateTime.Parse(last, CultureInfo.InvariantCulture)));

    [Fact]
    public void Nothing_is_singular_in_French_and_plural_in_English()
    {
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(Spoken.IsSingular));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(Spoken.IsSingular));
    }

    [Fact]
    public void Numbers_carry_narrow_spaces_and_a_comma()
    {
        Assert.Equal("1\u202F312", Spoken.Number(1312));
        Assert.Equal("4,2", Spoken.Number(4.2m, 1));
        Assert.Equal("79\u00A0%", Spoken.Percent(0.79m));
        Assert.Equal("9\u202F400\u00A0€", Spoken.Euros(9400));
        Assert.Equal("1re", Spoken.Rank(1));
        Assert.Equal("4e", Spoken.Rank(4));
    }

    [Theory]
    [InlineData("Europe/Paris", "heure de Paris")]
    [InlineData("America/Martinique", "heure de Martinique")]
    [InlineData("Indian/Reunion", "heure de La Réunion")]
    [InlineData("America/Miquelon", "heure de Saint-Pierre-et-Miquelon")]
    public void A_zone_is_named_by_its_place(string zone, string words) => Assert.Equal(words, Spoken.Zone(zone));

    [Fact]
    public void An_instant_is_told_in_the_hour_of_the_place() =>
        Assert.Equal("jeudi 18\u00A0mars 2027 à 13\u00A0h\u00A030, heure de La Réunion", Spoken.Instant(Morning, "Indian/Reunion"));

    [Fact]
    public void English_follows_the_British_use()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

        Assert.Equal("Thursday 18 March 2027", Spoken.Date(Morning));
        Assert.Equal("09:30", Spoken.Hour(Morning));
        Assert.Equal("4\u20136 July 2026", Spoken.DateRange(new DateTime(2026, 7, 4), new DateTime(2026, 7, 6)));
        Assert.Equal("1,312", Spoken.Number(1312));
        Assert.Equal("€9,400", Spoken.Euros(9400));
        Assert.Equal("Paris time", Spoken.Zone("Europe/Paris"));
        Assert.Equal("12th", Spoken.Rank(12));
        Assert.Equal("2nd", Spoken.Rank(2));
    }
}
